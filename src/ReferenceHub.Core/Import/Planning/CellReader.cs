using System.Globalization;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Reads the cells of a row as the settings say, and notes in words what cannot be read.</summary>
internal sealed class CellReader(ImportTable table, ImportSettings settings)
{
    private const decimal MostAmount = 1_000_000_000_000m;
    private readonly Dictionary<string, ImportField> fields = ImportFields.Of(settings.Kind).ToDictionary(field => field.Key, StringComparer.Ordinal);

    public List<ImportProblem> Problems { get; } = [.. table.Problems];

    public HashSet<int> BadLines { get; } = [.. table.Problems.Select(problem => problem.Line)];

    public int Formulas { get; private set; }

    public void Refuse(ImportRow row, string? field, string text)
    {
        Problems.Add(new ImportProblem(row.Line, field is null ? null : HeadingOf(field), text));
        BadLines.Add(row.Line);
    }

    public string? Text(ImportRow row, string field)
    {
        var cell = Cell(row, field);
        if (cell.Length == 0)
        {
            return null;
        }

        var type = fields[field].Type;
        var text = type == FieldType.LongText ? cell : CellText.OneLine(cell);
        if (CellText.ProblemOf(text, fields[field].Max) is { } problem)
        {
            Refuse(row, field, problem);
            return null;
        }

        Formulas += CellText.LooksLikeFormula(text) ? 1 : 0;
        return text;
    }

    public IReadOnlyList<string>? Many(ImportRow row, string field)
    {
        if (Cell(row, field) is not { Length: > 0 } cell)
        {
            return null;
        }

        if (CellText.ProblemOf(cell, fields[field].Max) is { } problem)
        {
            Refuse(row, field, problem);
            return null;
        }

        return [.. CellText.Parts(cell).Select(CellText.OneLine)];
    }

    public bool? Yes(ImportRow row, string field)
    {
        if (Cell(row, field) is not { Length: > 0 } cell)
        {
            return null;
        }

        var answer = YesNo.Read(cell);
        if (answer is null)
        {
            Refuse(row, field, $"“{Short(cell)}” is neither yes nor no.");
        }

        return answer;
    }

    public DateOnly? Date(ImportRow row, string field)
    {
        if (Cell(row, field) is not { Length: > 0 } cell)
        {
            return null;
        }

        var day = Dates.Read(cell, settings.DateFormat);
        if (day is null)
        {
            var example = Dates.Formats.FirstOrDefault(format => format.Format == settings.DateFormat).Words ?? settings.DateFormat;
            Refuse(row, field, $"“{Short(cell)}” is not a date written as {example}.");
        }

        return day;
    }

    public int? Whole(ImportRow row, string field, int min, int max)
    {
        if (Number(row, field) is not { } number)
        {
            return null;
        }

        if (decimal.Truncate(number) != number || number < min || number > max)
        {
            Refuse(row, field, string.Create(CultureInfo.InvariantCulture, $"“{Short(Cell(row, field))}” is not a whole number from {min} to {max:N0}."));
            return null;
        }

        return (int)number;
    }

    public decimal? Number(ImportRow row, string field)
    {
        if (Cell(row, field) is not { Length: > 0 } cell)
        {
            return null;
        }

        var number = Figures.Read(cell, settings.CommaDecimals);
        if (number is null)
        {
            Refuse(row, field, $"“{Short(cell)}” is not a number written as {(settings.CommaDecimals ? "1.234,56" : "1,234.56")}.");
        }
        else if (number < 0)
        {
            Refuse(row, field, $"“{Short(cell)}” is below zero.");
            return null;
        }

        return number;
    }

    public long? Minor(ImportRow row, string field, string currency)
    {
        if (Number(row, field) is not { } amount)
        {
            return null;
        }

        if (amount > MostAmount)
        {
            Refuse(row, field, $"“{Short(Cell(row, field))}” is more than any deal is worth.");
            return null;
        }

        var minor = Currencies.ToMinor(amount, currency);
        if (minor is null)
        {
            Refuse(row, field, $"“{Short(Cell(row, field))}” has more decimals than {currency} has ({Currencies.DigitsOf(currency)}).");
        }

        return minor;
    }

    /// <summary>A text on one line without its errors noted: for looking ahead.</summary>
    public string? Given(ImportRow row, string field)
    {
        var text = CellText.OneLine(Cell(row, field));
        return text.Length == 0 || !fields.TryGetValue(field, out var one) || CellText.ProblemOf(text, one.Max) is not null ? null : text;
    }

    public string Cell(ImportRow row, string field) =>
        settings.Columns.TryGetValue(field, out var column) && column < row.Cells.Count ? row.Cells[column] : "";

    public string HeadingOf(string field) =>
        settings.Columns.TryGetValue(field, out var column) && column < table.Headings.Count ? table.Headings[column] : fields[field].Label;

    private static string Short(string cell) => cell.Length <= 40 ? cell : cell[..40] + "…";
}
