namespace ReferenceHub.Core.Usage;

/// <summary>The uses of one customer in a replay, by day, so that a limit looks only at those within its reach.</summary>
internal sealed class ReplayLedger(IReadOnlyList<UsageLimit> limits)
{
    private readonly List<Use> uses = [];
    private readonly int reach = limits.Select(limit => limit.Window.Reach).DefaultIfEmpty(0).Max();

    /// <summary>All of them, the earliest day first.</summary>
    public IReadOnlyList<Use> Uses => uses;

    public void Add(Use use) => uses.Insert(From(use.On.DayNumber + 1), use);

    public void Remove(Use use)
    {
        var place = From(use.On.DayNumber);
        while (uses[place].UseId != use.UseId)
        {
            place++;
        }

        uses.RemoveAt(place);
    }

    /// <summary>Whether every limit allows an ask.</summary>
    public bool Allows(UsageAsk ask)
    {
        foreach (var limit in limits)
        {
            if (limit.Binds(ask) && !Fits(limit, ask))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Which rule refuses an ask that is not allowed, and until when.</summary>
    public LimitBreach Breach(UsageAsk ask) => LimitCheck.Check(limits, uses[From(ask.On.DayNumber - reach)..], ask).Breach!;

    /// <summary>Units in the 90 days up to a day.</summary>
    public int UnitsLately(DateOnly day)
    {
        var units = 0;
        for (var place = From(day.DayNumber - DefaultPolicies.Quarter + 1); place < uses.Count && uses[place].On <= day; place++)
        {
            units += uses[place].Units;
        }

        return units;
    }

    private bool Fits(UsageLimit limit, UsageAsk ask)
    {
        switch (limit.Window.Kind)
        {
            case WindowKind.Blackout: return limit.Closed?.Invoke(ask.On) != true;
            case WindowKind.Rest: return Rested(limit, ask);
        }

        var amount = limit.AmountOf(ask);
        return amount == 0 || (limit.Window.Kind == WindowKind.Rolling ? FitsRolling(limit, ask, limit.Amount - amount) : InQuarter(limit, ask) + amount <= limit.Amount);
    }

    // A fullest window that contains the day ends on it, or on a use after it: it slides along those.
    private bool FitsRolling(UsageLimit limit, UsageAsk ask, int room)
    {
        var (day, back) = (ask.On.DayNumber, limit.Window.Days - 1);
        var held = new Held(limit.KeptFrom(ask));
        if (held.Filled > room)
        {
            return false;
        }

        var first = From(day - back);
        var last = first;
        for (; last < uses.Count && uses[last].On.DayNumber <= day; last++)
        {
            held.Add(uses[last], Amount(limit, ask, uses[last]));
        }

        while (held.Filled <= room && last < uses.Count && uses[last].On.DayNumber is var end && end <= day + back)
        {
            for (; last < uses.Count && uses[last].On.DayNumber == end; last++)
            {
                held.Add(uses[last], Amount(limit, ask, uses[last]));
            }

            for (; uses[first].On.DayNumber < end - back; first++)
            {
                held.Add(uses[first], -Amount(limit, ask, uses[first]));
            }
        }

        return held.Filled <= room;
    }

    private int InQuarter(UsageLimit limit, UsageAsk ask)
    {
        var start = LimitWindow.QuarterOf(ask.On);
        var (end, held) = (start.AddMonths(3), new Held(limit.KeptFrom(ask)));
        for (var place = From(start.DayNumber); place < uses.Count && uses[place].On < end; place++)
        {
            held.Add(uses[place], Amount(limit, ask, uses[place]));
        }

        return held.Filled;
    }

    private bool Rested(UsageLimit limit, UsageAsk ask)
    {
        var (day, rest) = (ask.On.DayNumber, limit.Window.Days);
        for (var place = From(day - rest + 1); place < uses.Count && uses[place].On.DayNumber < day + rest; place++)
        {
            var use = uses[place];
            var gap = day - use.On.DayNumber;
            if (((use.StartsRest && gap >= 0) || (ask.Units > 0 && use.TakesTime && gap <= 0)) && limit.Counts(use, ask.ContactId))
            {
                return false;
            }
        }

        return true;
    }

    private static int Amount(UsageLimit limit, UsageAsk ask, Use use) => limit.Counts(use, ask.ContactId) ? limit.AmountOf(use) : 0;

    // The place of the first use on a day or after it.
    private int From(int day)
    {
        var (low, high) = (0, uses.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = uses[middle].On.DayNumber < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // What a window holds; what is kept and not filled by large deals is as good as filled.
    private sealed class Held(int kept)
    {
        private int all;
        private int large;

        public int Filled => all + Math.Max(0, kept - large);

        public void Add(Use use, int amount)
        {
            all += amount;
            large += use.ForLargeDeal ? amount : 0;
        }
    }
}
