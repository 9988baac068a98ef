using System.Globalization;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What a contact's use of time says for and against asking them.</summary>
internal static class ContactTime
{
    /// <summary>"90 of 120 minutes left" or "rests until 3 Jan 2027"; nothing for types that take no time.</summary>
    public static IEnumerable<MatchReason> Of(ContactLoad? load, ActivityType type)
    {
        if (load is null || type.Minutes == 0)
        {
            yield break;
        }

        if (load.Allowed is { } allowed)
        {
            var left = Math.Max(0, allowed - load.Used - load.Reserved);
            yield return new MatchReason(left >= type.Minutes, string.Create(CultureInfo.InvariantCulture, $"{left} of {allowed} minutes left"));
        }

        if (load.Closed)
        {
            yield return new MatchReason(false, load.FreeOn is { } day ? string.Create(CultureInfo.InvariantCulture, $"free again on {day:d MMM yyyy}") : "not free in sight");
        }
    }
}
