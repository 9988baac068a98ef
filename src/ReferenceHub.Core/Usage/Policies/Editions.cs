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
}
