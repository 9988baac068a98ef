using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Gives a new database its calendar, activity types and policies.</summary>
public sealed class UsageSeed(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Adds what an empty table needs; the caller saves. The calendar is in the organisation's zone and waits for it.</summary>
    public async Task AddAsync(CancellationToken ct)
    {
        var organisation = db.Organisations.Local.FirstOrDefault() ?? await db.Organisations.FirstOrDefaultAsync(row => row.Id == Organisation.OnlyId, ct);
        if (organisation is not null && !await db.BusinessCalendars.AnyAsync(ct))
        {
            db.BusinessCalendars.Add(BusinessCalendar.Standard(ids.Next(), organisation.ZoneId));
        }

        if (!await db.ActivityTypes.AnyAsync(ct))
        {
            db.ActivityTypes.AddRange(ActivityTypes.Shipped());
        }

        if (!await db.PolicySets.AnyAsync(ct))
        {
            db.PolicySets.Add(new PolicySet(clock.UtcNow()));
            var edition = PolicyEdition.First(ids.Next(), clock.UtcNow());
            db.PolicyEditions.Add(edition);
            db.UsagePolicies.AddRange(DefaultPolicies.Shipped(ids).Concat(DefaultPolicies.Blackouts(ids)).Select(policy => policy.InEdition(edition.Id)));
        }
    }
}
