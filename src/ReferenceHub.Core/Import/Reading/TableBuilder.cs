using System.Globalization;

namespace ReferenceHub.Core.Import.Reading;

/// <summary>Collects the rows of a file under its headings, and refuses what is no table or too large for one.</summary>
internal sealed class TableBuilder(string thing)
{
    /// <summary>Most cells of one file.</summary>
    public const int MostCells = 5_000_000;

    private const int LongestHeading = 100;
    private readonly List<ImportRow> rows = [];
    private long cells;

    public List<string>? Headings { get; private set; }

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Takes the first row that holds anything.</summary>
    public void Head(IReadOnlyList<string> first)
    {
        var filled = first.Count;
        while (filled > 0 && first[filled - 1].Length == 0)
        {
            filled--;
        }

        if (filled > TableReader.MostColumns)
        {
            throw new RefusedFileException($"This {thing} has more than {TableReader.MostColumns} columns. Leave out those that are not needed.");
        }

        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        Headings = [.. first.Take(filled).Select((cell, index) =>
        {
            var heading = cell.Length == 0 ? $"Column {index + 1}" : cell.Length > LongestHeading ? cell[..LongestHeading] : cell;
            seen[heading] = seen.GetValueOrDefault(heading) + 1;
            return seen[heading] == 1 ? heading : $"{heading} ({seen[heading]})";
        })];
    }

    /// <summary>Takes a row below the headings.</summary>
    public void Add(int line, IReadOnlyList<string> row)
    {
        if (rows.Count == TableReader.MostRows)
        {
            throw new RefusedFileException(string.Create(CultureInfo.InvariantCulture, $"This {thing} has more than {TableReader.MostRows:N0} rows. Split it and import the parts one after the other."));
        }

        cells += row.Count;
        if (cells > MostCells)
        {
            throw new RefusedFileException(string.Create(CultureInfo.InvariantCulture, $"This {thing} has more than {MostCells:N0} cells. Leave out columns that are not needed, or split it."));
        }

        rows.Add(new ImportRow(line, row));
    }

    /// <summary>The table; the refusal says why there is none.</summary>
    public TableReading Built(TableInfo info) => (Headings, rows.Count) switch
    {
        (null, _) => new TableReading(null, info, $"This {thing} is empty."),
        (_, 0) => new TableReading(null, info, $"This {thing} has headings but no rows below them."),
        _ => new TableReading(new ImportTable(info, Headings, rows, Problems), info, null),
    };
}
