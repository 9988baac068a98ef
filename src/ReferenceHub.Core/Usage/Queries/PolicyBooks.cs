using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads policy books.</summary>
internal static class PolicyBooks
{
    /// <summary>Version of the policy set; 0 before there is one.</summary>
    public static Task<int> VersionAsync(ReferenceHubDbContext db, CancellationToken ct) =>
        db.PolicySets.Where(set => set.Id == PolicySet.OnlyId).Select(set => set.Version).FirstOrDefaultAsync(ct);

    /// <summary>
    /// The policies in force at an instant (UTC), all of them or those that can bind one customer. The version is read first: a change meanwhile
    /// makes the book look old, never new.
    /// </summary>
    public static async Task<PolicyBook> LoadAsync(ReferenceHubDbContext db, Guid? customerId, DateTime now, CancellationToken ct)
    {
        var version = await VersionAsync(db, ct);
        var editions = await db.EditionsAsync(now, ct);
        DateTime? ends = editions.Planned.FirstOrDefault() is { StartsOn: { } day } ? Zones.StartOf(await db.ProgramZoneAsync(ct), day) : null;
        return await OfEditionAsync(db, new Reading(version, editions.InForce, customerId, ends), ct);
    }

    /// <summary>The policies of one edition, with those that bind in all of them.</summary>
    public static Task<PolicyBook> OfEditionAsync(ReferenceHubDbContext db, PolicyEdition edition, CancellationToken ct) =>
        OfEditionAsync(db, new Reading(0, edition, null, null), ct);

    private static async Task<PolicyBook> OfEditionAsync(ReferenceHubDbContext db, Reading reading, CancellationToken ct)
    {
        var (editionId, customerId) = (reading.Edition?.Id, reading.CustomerId);
        var policies = await db.UsagePolicies.AsNoTracking()
            .Where(policy => policy.Enabled && (policy.EditionId == null || policy.EditionId == editionId))
            .Where(policy => customerId == null || policy.CustomerId == null || policy.CustomerId == customerId).ToListAsync(ct);
        var types = await db.ActivityTypes.AsNoTracking().ToDictionaryAsync(type => type.Key, type => type.Name, StringComparer.Ordinal, ct);
        var holidays = policies.Exists(policy => policy.Closes == BlackoutRule.Holidays) ? await HolidaysAsync(db, ct) : HolidayBook.Empty;
        var currency = reading.Edition is { HeldBackPercent: > 0 } ? await db.ProgramCurrencyAsync(ct) : "";
        return new PolicyBook(new PolicyBasis(reading.Version, types, holidays, reading.Edition, currency, reading.EndsAt), policies);
    }

    private static async Task<HolidayBook> HolidaysAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        var calendars = await db.BusinessCalendars.AsNoTracking().OrderBy(calendar => calendar.NameKey).ToListAsync(ct);
        var regions = await db.Terms.Where(term => term.Kind == TermKind.Region).Select(term => new { term.Id, term.Key, term.ParentId }).ToListAsync(ct);
        var parents = regions.ToDictionary(region => region.Id, region => region.ParentId);
        return HolidayBook.Of(calendars, regions.OrderByDescending(region => Depth(region.Id)).Select(region => (region.Id, region.Key)));

        int Depth(Guid id)
        {
            var depth = 0;
            for (Guid? above = parents.GetValueOrDefault(id); above is { } one && depth < parents.Count; above = parents.GetValueOrDefault(one))
            {
                depth++;
            }

            return depth;
        }
    }

    private sealed record Reading(int Version, PolicyEdition? Edition, Guid? CustomerId, DateTime? EndsAt);
}
