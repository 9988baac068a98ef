using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>Says of one row what is met and what it has instead. Industry and region that fit are facts of the row, not reasons.</summary>
internal static class Explanation
{
    public static ImmutableArray<MatchReason> Of(BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var reasons = ImmutableArray.CreateBuilder<MatchReason>();
        AddProducts(reasons, found, row, units);
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (units[unit].Text is { } text)
            {
                AddWords(reasons, found, row, units[unit].Must ? [] : NeedWords.Of(text));
                continue;
            }

            if (units[unit].Not)
            {
                AddNot(reasons, found, row, units[unit]);
            }
            else if (!units[unit].Facet.AsksForAll())
            {
                Add(reasons, found, row, units[unit], found.Meets(unit, row));
            }
        }

        return reasons.ToImmutable();
    }

    private static void AddProducts(ImmutableArray<MatchReason>.Builder reasons, BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var asked = Enumerable.Range(0, units.Length).Where(unit => units[unit] is { Text: null, Not: false } && units[unit].Facet.AsksForAll()).ToList();
        var met = asked.Count(unit => found.Meets(unit, row));
        if (asked.Count == 1)
        {
            reasons.Add(new MatchReason(met == 1, met == 1 ? units[asked[0]].Words : $"no {units[asked[0]].Words}"));
        }
        else if (asked.Count > 1)
        {
            reasons.Add(new MatchReason(met == asked.Count, string.Create(CultureInfo.InvariantCulture, $"{met}/{asked.Count} products")));
        }
    }

    private static void Add(ImmutableArray<MatchReason>.Builder reasons, BlockMatch found, int row, MatchUnit unit, bool met)
    {
        var (words, whole) = unit.Facet switch
        {
            Facet.Availability => (null, null),
            Facet.Industry when unit.Must => (null, null),
            Facet.Region or Facet.Language when found.Sight.IsHidden(row) => (met ? null : NotTold(found, unit), null),
            Facet.Region when unit.Must => (null, null),
            Facet.Live => (Live(found, row), null),
            Facet.FreeBy => (found.Sight.TellsStanding(row) ? Free(found, row) : null, null),
            Facet.Like or Facet.LikeDeal => Nearest(found, row, unit).Words(found, row),
            Facet.Size => (met ? unit.Words : Size(found, row), null),
            _ => Having(found, row, unit, met),
        };
        if (words is not null)
        {
            reasons.Add(new MatchReason(met, words) { Whole = whole });
        }
    }

    // Said of every hidden row alike, wherever it is: nobody can tell from it what is true.
    private static string? NotTold(BlockMatch found, MatchUnit unit) =>
        unit.Terms.Any(term => found.Block.Terms.All[term].TellsCountry) ? unit.Facet == Facet.Language ? "languages not told" : "country not told" : null;

    // Words that only rank are named where they are found.
    private static void AddWords(ImmutableArray<MatchReason>.Builder reasons, BlockMatch found, int row, List<NeedWord> words)
    {
        var said = string.Join(' ', words.Where(word => found.Sight.Says(row, word)).Select(word => word.Text));
        if (said.Length > 0)
        {
            reasons.Add(new MatchReason(Met: true, $"“{said}” in the name or place"));
        }
    }

    // A fitting row is nothing that was not wanted; of a hidden one nobody is told where it could give the place away.
    private static void AddNot(ImmutableArray<MatchReason>.Builder reasons, BlockMatch found, int row, MatchUnit unit)
    {
        if (found.Sight.IsHidden(row) && NotTold(found, unit) is { } kept)
        {
            var reason = new MatchReason(Met: false, kept);
            if (!reasons.Contains(reason))
            {
                reasons.Add(reason);
            }
        }
        else if (unit.Facet is not (Facet.Availability or Facet.FreeBy))
        {
            reasons.Add(new MatchReason(Met: true, unit.Words));
        }
    }

    private static LikeNearness Nearest(BlockMatch found, int row, MatchUnit unit) => unit.Likes
        .Select(like => new LikeNearness(like, found.Block.Terms, found.Query.Weights)).MaxBy(like => like.Of(found, row))!;

    private static string Free(BlockMatch found, int row)
    {
        var day = found.FreeOn(row);
        return day == StandingRules.Never ? "no free day in sight"
            : day <= found.Query.Today.DayNumber ? "free now"
            : $"free on {DateOnly.FromDayNumber(day).ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
    }

    // What was asked for and is there; else what is there instead.
    private static (string? Words, string? Whole) Having(BlockMatch found, int row, MatchUnit unit, bool met)
    {
        var terms = found.Block.Terms;
        var have = new List<string>();
        foreach (var term in found.Block.TermsOf(row))
        {
            if (terms.All[term].Facet == unit.Facet && (!met || unit.Terms.Any(asked => terms.IsWithin(term, asked))))
            {
                have.Add(terms.All[term].Name);
            }
        }

        return have.Count switch
        {
            0 => ($"{unit.Words} not known", null),
            <= 2 => (string.Join(", ", have), null),
            _ => (string.Create(CultureInfo.InvariantCulture, $"{have[0]}, {have[1]} and {have.Count - 2} more"), string.Join(", ", have)),
        };
    }

    private static string Size(BlockMatch found, int row) => RowFacts.SizeOf(found, row) ?? "size not known";

    private static string Live(BlockMatch found, int row)
    {
        var since = found.Sight.LiveSince(row);
        if (since > 0 && found.Sight.IsHidden(row))
        {
            return string.Create(CultureInfo.InvariantCulture, $"live since {DateOnly.FromDayNumber(since).Year}");
        }

        if (since == 0 || since > found.Query.Today.DayNumber)
        {
            return "not known to be live";
        }

        var start = DateOnly.FromDayNumber(since);
        var today = found.Query.Today;
        var months = ((today.Year - start.Year) * 12) + today.Month - start.Month - (today.Day < start.Day ? 1 : 0);
        return months == 1 ? "live 1 month" : string.Create(CultureInfo.InvariantCulture, $"live {months} months");
    }
}
