namespace ReferenceHub.Core.People;

/// <summary>How a running clock stands against its target.</summary>
public enum Pace
{
    /// <summary>Less than 80 % of the time is used.</summary>
    OnTrack,

    /// <summary>80 % or more is used.</summary>
    AtRisk,

    /// <summary>The time is over.</summary>
    Breached,
}

/// <summary>Reads a pace from business minutes.</summary>
public static class Paces
{
    /// <summary>Share of the time, in percent, from which a clock is at risk.</summary>
    public const int AtRiskPercent = 80;

    /// <summary>The pace after so many business minutes of a total; using exactly the total is still in time.</summary>
    public static Pace Of(int usedMinutes, int totalMinutes) =>
        usedMinutes > totalMinutes ? Pace.Breached
        : (long)usedMinutes * 100 >= (long)totalMinutes * AtRiskPercent ? Pace.AtRisk
        : Pace.OnTrack;

    /// <summary>The pace of an unpaused clock; the due instant itself is still in time.</summary>
    public static Pace At(BusinessTime time, DateTime start, DateTime due, DateTime now) =>
        now > due ? Pace.Breached : Of(time.MinutesBetween(start, now), time.MinutesBetween(start, due));
}
