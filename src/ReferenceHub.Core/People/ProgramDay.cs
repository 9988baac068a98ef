using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>What the organisation lays down for the whole program: its zone with the "today" by which limits and quarters count, and its currency.</summary>
public static class ProgramDay
{
    /// <summary>Currency of a program that has named none (ISO 4217).</summary>
    public const string UsualCurrency = "EUR";

    /// <summary>The program's currency (ISO 4217).</summary>
    public static async Task<string> ProgramCurrencyAsync(this ReferenceHubDbContext db, CancellationToken ct) =>
        await db.Organisations.AsNoTracking().Where(organisation => organisation.Id == Organisation.OnlyId).Select(organisation => organisation.Currency).FirstOrDefaultAsync(ct) ?? UsualCurrency;

    /// <summary>The program's zone (IANA name); UTC until the organisation is set up.</summary>
    public static async Task<string> ProgramZoneAsync(this ReferenceHubDbContext db, CancellationToken ct) =>
        await db.Organisations.AsNoTracking().Where(organisation => organisation.Id == Organisation.OnlyId).Select(organisation => organisation.ZoneId).FirstOrDefaultAsync(ct) ?? "UTC";

    /// <summary>The program's date at an instant.</summary>
    public static async Task<DateOnly> ProgramDayAsync(this ReferenceHubDbContext db, DateTime utc, CancellationToken ct) =>
        Zones.DateIn(await db.ProgramZoneAsync(ct), utc);
}
