using System.Globalization;

namespace ReferenceHub.Core.Usage;

/// <summary>Why somebody is closed, in words.</summary>
public static class LimitWords
{
    /// <summary>"Limit of 1 sales call use per customer in 90 days, set by the program. Free on 12 May 2027."</summary>
    public static string Sentence(string rule, string setBy, DateOnly? freeOn) =>
        $"{rule}, set by {setBy}. {(freeOn is { } day ? "Free on " + Day(day) : "No free day is in sight")}.";

    /// <summary>"2 of 4 units in 90 days", "60 of 120 minutes of Anna Keller in a calendar quarter".</summary>
    public static string Filled(LimitBalance balance)
    {
        ArgumentNullException.ThrowIfNull(balance);
        var noun = balance.Measure switch { PolicyMeasure.Units => "unit", PolicyMeasure.Minutes => "minute", _ => "use" };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{balance.Filled} of {balance.Amount} {noun}{(balance.Amount == 1 ? "" : "s")}{(balance.ContactName is { } name ? $" of {name}" : "")} {PolicyWords.Window(balance.Window)}");
    }

    /// <summary>"12 May 2027".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
