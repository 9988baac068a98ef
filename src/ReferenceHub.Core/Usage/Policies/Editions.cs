using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Which edition of the policies is in force.</summary>
internal static class Editions
{
    /// <summary>The one in force at an instant (UTC): of those that have started the latest, by the program's day; null before there is any.</summary>
    public static async Task<PolicyEdition?> EditionInForceAsync(this ReferenceHubDbContext db, DateTime now, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(now, ct);
        return await db.PolicyEditions.Where(edition => edition.StartsOn <= today)
            .OrderByDescending(edition => edition.StartsOn).ThenByDescending(edition => edition.Number).FirstOrDefaultAsync(ct);
    }

    /// <summary>The one in force on a day of the program, among all.</summary>
    public static PolicyEdition? InForceOn(this IEnumerable<PolicyEdition> editions, DateOnly today) =>
        editions.Where(edition => edition.StartsOn <= today).OrderByDescending(edition => edition.StartsOn).ThenByDescending(edition => edition.Number).FirstOrDefault();

    /// <summary>How an edition stands on a day of the program; the one in force that day is given.</summary>
    public static EditionState StateOn(this PolicyEdition edition, DateOnly today, PolicyEdition? inForce) =>
        edition.IsDraft ? EditionState.Draft
        : edition.StartsOn > today ? EditionState.Planned
        : edition.Id == inForce?.Id ? EditionState.InForce
        : EditionState.Past;
}
