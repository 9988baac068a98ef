using System.Globalization;

namespace ReferenceHub.Core.Usage;

/// <summary>Why somebody is closed, in words.</summary>
public static class LimitWords
{
    /// <summary>"Limit of 1 sales call use per customer in 90 days, set by the program. Free on 12 May 2027."</summary>
    public static string Sentence(string rule, string setBy, DateOnly? freeOn) =>
        $"{rule}, set by {setBy}. {(freeOn is { } day ? "Free on " + Day(day) : "No free day is in sight")}.";

    /// <summary>"12 May 2027".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
