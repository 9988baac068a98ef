using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;

namespace ReferenceHub.Core.Import.Fields;

/// <summary>Guesses how a file is to be understood from its headings and cells.</summary>
public static class SettingsGuess
{
    private const int Looked = 2000;
    private const decimal MostMillions = 1_000_000m;

    /// <summary>Settings for a file; the kind is guessed unless it is given.</summary>
    public static ImportSettings For(ImportTable table, string currency, ImportKind? kind = null)
    {
        var rows = kind ?? ColumnGuess.KindOf(table.Headings);
        var columns = ColumnGuess.ColumnsOf(table.Headings, rows);
        var guess = new ImportSettings
        {
            Kind = rows,
            Delimiter = table.Delimiter,
            Encoding = table.Info.Encoding,
            Sheet = table.Info.Sheet,
            Columns = columns,
            Currency = currency,
            DateFormat = Dates.Guess(CellsOf(table, rows, columns, FieldType.Date)).Format,
            CommaDecimals = Figures.GuessCommaDecimals(CellsOf(table, rows, columns, FieldType.Money, FieldType.Number)),
        };
        return guess with { RevenueUnit = UnitOf(table, guess) };
    }

    /// <summary>Whether the dates of a file fit another order of day and month as well as the chosen one.</summary>
    public static bool DatesAreAmbiguous(ImportTable table, ImportSettings settings)
    {
        var cells = CellsOf(table, settings.Kind, settings.Columns, FieldType.Date);
        var fitting = cells.Count(cell => Dates.Read(cell, settings.DateFormat) is not null);
        return fitting > 0 && Dates.Guess(cells) is { Ambiguous: true };
    }

    internal static List<string> CellsOf(ImportTable table, ImportKind kind, Dictionary<string, int> columns, params FieldType[] types) =>
        [.. ImportFields.Of(kind)
            .Where(field => types.Contains(field.Type) && columns.ContainsKey(field.Key))
            .SelectMany(field => table.ValuesOf(columns[field.Key]).Take(Looked))];

    private static RevenueUnit UnitOf(ImportTable table, ImportSettings settings)
    {
        if (!settings.Columns.TryGetValue(ImportFields.Revenue, out var column))
        {
            return RevenueUnit.Millions;
        }

        var most = table.ValuesOf(column).Take(Looked).Max(cell => Figures.Read(cell, settings.CommaDecimals)) ?? 0;
        return most < MostMillions ? RevenueUnit.Millions : RevenueUnit.Units;
    }
}
