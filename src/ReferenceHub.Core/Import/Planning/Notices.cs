using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Things worth knowing that hold nothing back.</summary>
internal static class Notices
{
    public static IEnumerable<string> OfOwners(IReadOnlyCollection<string> unknown, string things)
    {
        if (unknown.Count > 0)
        {
            var names = string.Join(", ", unknown.Order(StringComparer.OrdinalIgnoreCase).Take(5));
            yield return unknown.Count == 1
                ? $"{names} has no account here: their {things} have no owner."
                : $"{unknown.Count} people have no account here ({names}{(unknown.Count > 5 ? " …" : "")}): their {things} have no owner.";
        }
    }

    public static IEnumerable<string> OfFormulas(int cells)
    {
        if (cells > 0)
        {
            yield return $"{(cells == 1 ? "One cell looks" : $"{cells} cells look")} like a spreadsheet formula. They are taken as plain text and never run.";
        }
    }

    public static IEnumerable<string> OfDates(ImportTable table, ImportSettings settings)
    {
        if (SettingsGuess.DatesAreAmbiguous(table, settings))
        {
            yield return "The dates could be read with the day or the month first. Check the date format.";
        }
    }
}
