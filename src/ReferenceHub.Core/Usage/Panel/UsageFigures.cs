using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>The figures of a usage panel.</summary>
internal static class UsageFigures
{
    private const int Year = 365;
    private const int Months = 12;

    public static UsageTotals Totals(UsageSubject who, CustomerUsage usage, PolicyBook policies, DateOnly today)
    {
        var done = usage.Uses.Where(use => use.State == UseState.Done && use.On <= today && today.DayNumber - use.On.DayNumber < Year).ToList();
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var months = Enumerable.Range(0, Months).Select(first.AddMonths)
            .Select(month => new MonthOfUse(
                month,
                usage.Uses.Count(use => use.State == UseState.Done && use.TakesTime && In(use, month)),
                usage.Uses.Count(use => use.State == UseState.Done && !use.TakesTime && In(use, month))))
            .ToList();
        return new UsageTotals(Fatigue.Of(usage, who, policies, today), done.Count(use => use.TakesTime), done.Count(use => !use.TakesTime), months);
    }

    public static LimitLoad Load(UsageLimit limit, CustomerUsage usage, IReadOnlyList<ActivityType> types, DateOnly today)
    {
        var (used, reserved) = Taken(limit, null, usage, today);
        var ask = Sample(limit, types, today);
        var breach = ask is null ? null : LimitCheck.Check([limit], usage.Uses, ask).Breach;
        return new LimitLoad(limit.Rule, limit.SetBy, used, reserved, limit.Amount, limit.Measure, breach is not null, breach?.FreeOn);
    }

    public static ContactLoad Load(UsageContact contact, IReadOnlyList<UsageLimit> limits, CustomerUsage usage, IReadOnlyList<ActivityType> types, DateOnly today)
    {
        var own = limits.Where(limit => limit.Per == PolicyPer.Contact && (limit.ContactId is null || limit.ContactId == contact.ContactId)).ToList();
        var minutes = own.Where(limit => limit.Measure == PolicyMeasure.Minutes && limit.Window.Counts).MinBy(limit => limit.Amount);
        var (used, reserved) = minutes is null ? (0, 0) : Taken(minutes, contact.ContactId, usage, today);
        if (contact.PausedUntil >= today)
        {
            return new ContactLoad(contact.ContactId, used, reserved, minutes?.Amount, true, contact.PausedUntil.Value.Next());
        }

        var type = types.Where(type => type is { Enabled: true, Units: > 0 } && contact.Willing.Contains(type.Scope)).MinBy(type => type.Minutes);
        var breach = type is null ? null : LimitCheck.Check(own, usage.Uses, type.Ask(contact.ContactId, today)).Breach;
        return new ContactLoad(contact.ContactId, used, reserved, minutes?.Amount, breach is not null, breach?.FreeOn);
    }

    private static bool In(Use use, DateOnly month) => use.On >= month && use.On < month.AddMonths(1);

    // What took place lies in the window that ends today; the rest of the fullest window is reserved.
    private static (int Used, int Reserved) Taken(UsageLimit limit, Guid? contactId, CustomerUsage usage, DateOnly today)
    {
        var counted = usage.Uses.Where(use => limit.Counts(use, contactId)).ToList();
        var peak = WindowLoad.Peak(limit, counted, today);
        var since = limit.Window.Kind == WindowKind.CalendarQuarter ? LimitWindow.QuarterOf(today) : today.AddDays(1 - limit.Window.Days);
        var used = Math.Min(peak, counted.Where(use => use.State == UseState.Done && use.On >= since && use.On <= today).Sum(limit.AmountOf));
        return (used, peak - used);
    }

    private static UsageAsk? Sample(UsageLimit limit, IReadOnlyList<ActivityType> types, DateOnly today) =>
        types.Where(type => type.Enabled && (limit.Activities.Count == 0 || limit.Activities.Contains(type.Key)) && (type.Units > 0 || limit.Activities.Count > 0))
            .MinBy(type => type.Units)?.Ask(contactId: null, today);
}
