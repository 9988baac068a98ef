namespace ReferenceHub.Core.Usage;

/// <summary>Whether a use is allowed: no window that contains its day may exceed a limit, counting uses before and after it, and no blackout may close the day.</summary>
public static class LimitCheck
{
    /// <summary>Checks one ask against every limit; all of them must allow it, so the strictest wins.</summary>
    public static LimitVerdict Check(IReadOnlyList<UsageLimit> limits, IReadOnlyList<Use> uses, UsageAsk ask)
    {
        var binding = limits.Where(limit => limit.Binds(ask))
            .Select(limit => new Bound(limit, uses.Where(use => limit.Counts(use, ask.ContactId)).ToList()))
            .ToList();
        var broken = binding.Where(bound => !Fits(bound, ask, ask.On)).ToList();
        if (broken.Count == 0)
        {
            return LimitVerdict.Fine(binding.Any(bound => TakesLast(bound, ask)));
        }

        var strictest = broken
            .Select(bound => (bound.Limit, FreeOn: FirstFree([bound], ask)))
            .OrderByDescending(breach => breach.FreeOn ?? DateOnly.MaxValue)
            .First().Limit;
        return LimitVerdict.Broken(new LimitBreach(strictest.PolicyId, strictest.Rule, strictest.SetBy, FirstFree(binding, ask)) { Confidential = strictest.Confidential });
    }

    /// <summary>Whether every limit allows the ask, without saying more; cheap enough for day after day.</summary>
    public static bool Allows(IReadOnlyList<UsageLimit> limits, IReadOnlyList<Use> uses, UsageAsk ask) => limits.Where(limit => limit.Binds(ask))
        .All(limit => Fits(new Bound(limit, uses.Where(use => limit.Counts(use, ask.ContactId)).ToList()), ask, ask.On));

    /// <summary>The first day from one on that none of the blackouts closes; null if none is in sight.</summary>
    internal static DateOnly? FirstOpen(IReadOnlyCollection<UsageLimit> blackouts, DateOnly from)
    {
        for (var day = from; day.DayNumber - from.DayNumber <= UsagePolicy.MostDays; day = day.AddDays(1))
        {
            if (!blackouts.Any(limit => Closes(limit, day)))
            {
                return day;
            }
        }

        return null;
    }

    private static bool Fits(Bound bound, UsageAsk ask, DateOnly day)
    {
        switch (bound.Limit.Window.Kind)
        {
            case WindowKind.Blackout: return !Closes(bound.Limit, day);
            case WindowKind.Rest: return Rested(bound, ask, day);
        }

        var amount = bound.Limit.AmountOf(ask);
        return amount == 0 || WindowLoad.Before(bound.Limit, bound.Uses, ask, day) + amount <= bound.Limit.Amount;
    }

    // Nothing may stand within the rest that a use with units starts, whether it was there before or is planned after.
    private static bool Rested(Bound bound, UsageAsk ask, DateOnly day)
    {
        var rest = bound.Limit.Window.Days;
        return bound.Uses.TrueForAll(use =>
        {
            var gap = day.DayNumber - use.On.DayNumber;
            var tooEarly = use.StartsRest && gap >= 0 && gap < rest;
            var tooLate = ask.Units > 0 && use.TakesTime && gap <= 0 && -gap < rest;
            return !tooEarly && !tooLate;
        });
    }

    // "The last of a limit above 1": something is used already, and the same again would no longer fit.
    private static bool TakesLast(Bound bound, UsageAsk ask)
    {
        var amount = bound.Limit.AmountOf(ask);
        if (!bound.Limit.Window.Counts || amount == 0)
        {
            return false;
        }

        return WindowLoad.Peak(bound.Limit, bound.Uses, ask.On) > 0 && WindowLoad.Before(bound.Limit, bound.Uses, ask, ask.On) + (2 * amount) > bound.Limit.Amount;
    }

    // What is refused today can become free only where a use leaves reach, or where a blackout ends after that: those days are all that need a look.
    private static DateOnly? FirstFree(IReadOnlyList<Bound> binding, UsageAsk ask)
    {
        var blackouts = binding.Select(bound => bound.Limit).Where(limit => limit.Window.Kind == WindowKind.Blackout).ToList();
        var turns = binding.SelectMany(bound => Turns(bound, ask.On)).Where(day => day > ask.On).Append(ask.On);
        foreach (var day in turns.Select(day => FirstOpen(blackouts, day)).OfType<DateOnly>().Distinct().Order())
        {
            if (binding.All(bound => Fits(bound, ask, day)))
            {
                return day;
            }
        }

        return null;
    }

    private static bool Closes(UsageLimit limit, DateOnly day) => limit.Closed?.Invoke(day) ?? false;

    private static IEnumerable<DateOnly> Turns(Bound bound, DateOnly from) => bound.Limit.Window.Kind switch
    {
        WindowKind.Rolling => bound.Uses.Select(use => use.On.AddDays(bound.Limit.Window.Days)),
        WindowKind.Blackout => [],
        WindowKind.Rest => bound.Uses.SelectMany(use => new[] { use.On.AddDays(1), use.On.AddDays(bound.Limit.Window.Days) }),
        _ => bound.Uses.Select(use => use.On).Append(from).Select(day => LimitWindow.QuarterOf(day).AddMonths(3)),
    };

    private sealed record Bound(UsageLimit Limit, List<Use> Uses);
}
