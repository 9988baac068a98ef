namespace ReferenceHub.Web.Features.Usage.WhatIf;

/// <summary>Which period to replay: one of the usual ones, or from a day to another.</summary>
public sealed class WhatIfForm
{
    /// <summary>The usual periods: what they are called, and how many months they have.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, int Months)> Usual = [("quarter", "Last quarter", 3), ("year", "Last year", 12), ("two-years", "Last 24 months", 24)];

    /// <summary>A usual period, or empty.</summary>
    public string? Period { get; set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }

    /// <summary>First and last day of a usual period, which ends yesterday.</summary>
    public static (DateOnly From, DateOnly To) Days(int months, DateOnly today) => (today.AddMonths(-months), today.AddDays(-1));

    /// <summary>The days chosen.</summary>
    public (DateOnly? From, DateOnly? To) DaysOn(DateOnly today)
    {
        if (Usual.FirstOrDefault(usual => usual.Key == Period) is not { Months: > 0 } chosen)
        {
            return (From, To);
        }

        return Days(chosen.Months, today);
    }
}
