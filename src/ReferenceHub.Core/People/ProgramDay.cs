using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>"Today" of the program: the date in the organisation's zone, by which limits and quarters count.</summary>
public static class ProgramDay
{
    /// <summary>The program's zone (IANA name); UTC until the organisation is set up.</summary>
    public static async Task<string> ProgramZoneAsync(this ReferenceHubDbContext db, CancellationToken ct) =>
        await db.Organisations.AsNoTracking().Where(organisation => organisation.Id == Organisation.OnlyId).Select(organisation => organisation.ZoneId).FirstOrDefaultAsync(ct) ?? "UTC";

    /// <summary>The program's date at an instant.</summary>
    public static async Task<DateOnly> ProgramDayAsync(this ReferenceHubDbContext db, DateTime utc, CancellationToken ct) =>
        Zones.DateIn(await db.ProgramZoneAsync(ct), utc);
}
