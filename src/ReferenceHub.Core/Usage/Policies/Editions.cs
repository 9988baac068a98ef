using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads the versions of the policies; they are few.</summary>
internal static class Editions
{
    /// <summary>All of them as they stand at an instant (UTC), by the program's day.</summary>
    public static async Task<EditionCalendar> EditionsAsync(this ReferenceHubDbContext db, DateTime now, CancellationToken ct) =>
        new(await db.PolicyEditions.AsNoTracking().ToListAsync(ct), await db.ProgramDayAsync(now, ct));

    /// <summary>The one in force at an instant (UTC).</summary>
    public static async Task<PolicyEdition> EditionInForceAsync(this ReferenceHubDbContext db, DateTime now, CancellationToken ct) =>
        (await db.EditionsAsync(now, ct)).InForce ?? throw new MissingException("version of the policies");

    /// <summary>One to change.</summary>
    public static async Task<PolicyEdition> EditionAsync(this ReferenceHubDbContext db, Guid id, CancellationToken ct) =>
        await db.PolicyEditions.SingleOrDefaultAsync(edition => edition.Id == id, ct) ?? throw new MissingException("version of the policies");

    /// <summary>Writes down, once, that asks are held to an edition: from then on no clock takes it out of force.</summary>
    public static async Task NoteStartAsync(this ReferenceHubDbContext db, PolicyEdition? inForce, DateTime now, CancellationToken ct)
    {
        if (inForce is { StartedAt: null })
        {
            (await db.EditionAsync(inForce.Id, ct)).Begin(now);
        }
    }
}
