using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>The ledgers of one replay, as they fill.</summary>
internal sealed class ReplayRun
{
    private readonly Dictionary<Guid, List<Use>> uses;
    private readonly Dictionary<Guid, IReadOnlyList<UsageLimit>> limits = [];
    private readonly PriorityQueue<Use, DateOnly> ending = new();
    private readonly PolicyBook policies;
    private readonly ReplayHistory history;
    private readonly int reach;

    public ReplayRun(PolicyBook policies, IReadOnlyDictionary<Guid, UsageSubject> subjects, ReplayHistory history)
    {
        (this.policies, this.history) = (policies, history);
        uses = history.Before.GroupBy(use => use.CustomerId).ToDictionary(group => group.Key, group => group.ToList());
        reach = subjects.Values.SelectMany(LimitsOf).Select(limit => limit.Window.Kind == WindowKind.CalendarQuarter ? 92 : limit.Window.Days).DefaultIfEmpty(0).Max();
    }

    /// <summary>Lets the days pass: what was declined or withdrawn until then gives its capacity back.</summary>
    public void MoveTo(DateOnly day)
    {
        while (ending.TryPeek(out var use, out var ends) && ends < day)
        {
            ending.Dequeue();
            uses[use.CustomerId].Remove(use);
        }
    }

    /// <summary>The rule that refuses an ask; null when none does.</summary>
    public LimitBreach? Check(UsageSubject who, PastAsk ask, Guid? contactId, DateOnly on) =>
        LimitCheck.Check(LimitsOf(who), Near(who.CustomerId, on), new UsageAsk(contactId, ask.ActivityKey, ask.Units, ask.Minutes, on, policies.IsLarge(ask.Amount))).Breach;

    /// <summary>Takes the capacity.</summary>
    public void Take(PastAsk ask, Guid customerId, Guid? contactId, DateOnly on)
    {
        var use = new Use(
            ask.UseId, customerId, contactId, ask.ActivityKey, ask.Units, ask.Minutes, on, ask.EndedOn is null ? UseState.Done : UseState.Pending, ask.Units > 0, UseSource.Request, null, Overridden: false);
        Of(customerId).Add(use);
        if (ask.EndedOn is { } ends)
        {
            ending.Enqueue(use, ends);
        }
    }

    /// <summary>Units of a customer in the 90 days before a day.</summary>
    public int UnitsLately(Guid customerId, DateOnly day) =>
        Of(customerId).Where(use => use.On <= day && use.On > day.AddDays(-DefaultPolicies.Quarter)).Sum(use => use.Units);

    /// <summary>How loaded everybody was in the period.</summary>
    public ReplayFigures Figures()
    {
        var done = uses.Values.SelectMany(list => list).Where(use => use.State == UseState.Done && use.TakesTime && use.On >= history.From && use.On <= history.To).ToList();
        var weeks = done.GroupBy(use => use.On.AddDays(-(((int)use.On.DayOfWeek + 6) % 7))).Select(week => (Monday: week.Key, Units: week.Sum(use => use.Units))).ToList();
        var peak = weeks.OrderByDescending(week => week.Units).ThenBy(week => week.Monday).FirstOrDefault();
        var top = Concentration.TopTenth(done, history.Customers.Count, history.From, history.To);
        return new ReplayFigures
        {
            PeakWeek = peak.Units,
            PeakWeekOf = weeks.Count == 0 ? null : peak.Monday,
            PeakCustomer = done.GroupBy(use => use.CustomerId).Select(PeakOf).DefaultIfEmpty(0).Max(),
            TopTenth = top.Part,
            Uses = done.Count,
            CustomersUsed = done.Select(use => use.CustomerId).Distinct().Count(),
        };
    }

    private static int PeakOf(IEnumerable<Use> uses)
    {
        var sorted = uses.OrderBy(use => use.On).ToList();
        var (first, units, most) = (0, 0, 0);
        foreach (var use in sorted)
        {
            units += use.Units;
            while (use.On.DayNumber - sorted[first].On.DayNumber >= DefaultPolicies.Quarter)
            {
                units -= sorted[first++].Units;
            }

            most = Math.Max(most, units);
        }

        return most;
    }

    // What lies further away than any window reaches has no say.
    private List<Use> Near(Guid customerId, DateOnly day) => Of(customerId).FindAll(use => Math.Abs(use.On.DayNumber - day.DayNumber) <= reach + Replay.MostDelay);

    private List<Use> Of(Guid customerId) => uses.TryGetValue(customerId, out var list) ? list : uses[customerId] = [];

    private IReadOnlyList<UsageLimit> LimitsOf(UsageSubject who)
    {
        if (!limits.TryGetValue(who.CustomerId, out var known))
        {
            limits[who.CustomerId] = known = policies.For(who);
        }

        return known;
    }
}
