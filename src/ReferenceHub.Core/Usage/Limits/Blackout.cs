namespace ReferenceHub.Core.Usage;

/// <summary>What makes a day one on which nobody is asked.</summary>
public enum BlackoutRule
{
    /// <summary>From one day to another, both included.</summary>
    Between,

    /// <summary>The last days of a calendar quarter.</summary>
    QuarterEnd,

    /// <summary>Public holidays of the customer's region, as its business calendar has them.</summary>
    Holidays,

    /// <summary>The days before the customer's contract is renewed, and the day itself.</summary>
    Renewal,

    /// <summary>While the customer has an open escalation.</summary>
    Escalation,
}

/// <summary>Days on which no use may stand.</summary>
/// <param name="Rule">What closes a day.</param>
/// <param name="Days">Last days of the quarter, or days before the renewal; else 0.</param>
/// <param name="From">First day, of a stretch.</param>
/// <param name="Until">Last day, of a stretch.</param>
public sealed record Blackout(BlackoutRule Rule, int Days = 0, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>True if a rule needs a number of days.</summary>
    public bool HasDays => Rule is BlackoutRule.QuarterEnd or BlackoutRule.Renewal;

    /// <summary>True if it looks at what only few may know of a customer: whoever is refused hears of the blackout, not of its cause.</summary>
    public bool IsConfidential => Rule is BlackoutRule.Renewal or BlackoutRule.Escalation;

    /// <summary>True if it can close any day for a customer.</summary>
    public bool Concerns(UsageSubject who) => Rule switch
    {
        BlackoutRule.Renewal => who.RenewalOn is not null,
        BlackoutRule.Escalation => who.Escalated,
        _ => true,
    };

    /// <summary>Whether it closes a day for a customer, whose region has those holidays.</summary>
    public bool Closes(DateOnly day, UsageSubject who, IReadOnlySet<DateOnly> holidays) => Rule switch
    {
        BlackoutRule.Between => From <= day && day <= Until,
        BlackoutRule.QuarterEnd => day >= LimitWindow.QuarterOf(day).AddMonths(3).AddDays(-Days),
        BlackoutRule.Holidays => holidays.Contains(day),
        BlackoutRule.Renewal => who.RenewalOn is { } renewal && day <= renewal && day >= renewal.AddDays(-Days),
        _ => who.Escalated,
    };
}
