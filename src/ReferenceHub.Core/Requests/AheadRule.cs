using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>A time that is agreed, of a use or of a promise, lies ahead and within two years.</summary>
public static class AheadRule
{
    /// <summary>Furthest time, in days from now; as far as a request may be needed by.</summary>
    public const int FurthestDays = NeededByRule.FurthestDays;

    /// <summary>Whether a time (UTC) lies too far ahead.</summary>
    public static bool IsFar(DateTime at, DateTime now) => at > now.AddDays(FurthestDays);

    /// <summary>The refusal, or null.</summary>
    public static Outcome? WhyNot(DateTime at, DateTime now) =>
        at <= now ? Outcome.Refuse("Choose a time that lies ahead.")
        : IsFar(at, now) ? Outcome.Refuse("Choose a date within the next two years.")
        : null;

    internal static void Check(DateTime at, DateTime now)
    {
        if (WhyNot(at, now) is { } no)
        {
            throw new IllegalMoveException(no.Refusal!);
        }
    }
}
