using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.References;

/// <summary>What stands under an availability pill.</summary>
public static class StandingWords
{
    /// <summary>When it is free again, what is pending, or when it was last used.</summary>
    public static string Of(Standing standing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing switch
        {
            { State: AvailabilityState.Closed, FreeOn: { } free } => $"free on {Words.Day(free, today)}",
            { State: AvailabilityState.Closed } => "no free day in sight",
            { Pending: > 0 } => $"{Words.Count(standing.Pending, "ask")} pending",
            { LastUsed: { } last } => $"used {Words.Ago(last, today)}",
            _ => "not used yet",
        };
    }
}
