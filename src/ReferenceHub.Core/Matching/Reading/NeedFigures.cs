using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>Figures with a unit: "5000 staff", "10k employees", "over a year", "18 months".</summary>
internal static class NeedFigures
{
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal) { "STAFF", "EMPLOYEES", "PEOPLE", "HEADCOUNT", "FTE", "FTES", "USERS" };

    /// <summary>Adds what a figure at this place means; the number of words it took, 0 when there is none.</summary>
    public static int Take(List<NeedWord> words, int place, List<Criterion> found)
    {
        var unit = words.ElementAtOrDefault(place + 1)?.Folded ?? "";
        var number = Number(words[place].Folded);
        if (number is { } heads && Heads.Contains(unit))
        {
            if (SizeBand.Of(heads) is { } band)
            {
                found.Add(new Criterion(Facet.Size, band.Key, Facet.Size.MustByDefault()));
            }

            return 2;
        }

        var months = unit switch
        {
            "YEAR" or "YEARS" => 12,
            "MONTH" or "MONTHS" => 1,
            _ => 0,
        };
        var count = words[place].Folded is "A" or "ONE" ? 1 : number ?? 0;
        if (months == 0 || count is <= 0 or > 50)
        {
            return 0;
        }

        found.Add(new Criterion(Facet.Live, (count * months).ToString(CultureInfo.InvariantCulture), Facet.Live.MustByDefault()));
        return 2;
    }

    private static int? Number(string word)
    {
        var thousands = word.EndsWith('K');
        var digits = new string([.. word.TrimEnd('K', '+').Where(letter => letter is not (',' or '.' or ' ' or '\u2009'))]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000_000
            ? thousands ? number * 1000 : number
            : null;
    }
}
