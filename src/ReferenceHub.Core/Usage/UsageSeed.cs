using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Gives a new database its calendar, activity types and policies.</summary>
public sealed class UsageSeed(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Adds what an empty table needs; the caller saves. The calendar is in the organisation's zone.</summary>
    public async Task AddAsync(CancellationToken ct)
    {
        if (!await db.BusinessCalendars.AnyAsync(ct))
        {
            var zone = db.Organisations.Local.FirstOrDefault()?.ZoneId ?? await db.ProgramZoneAsync(ct);
            db.BusinessCalendars.Add(BusinessCalendar.Standard(ids.Next(), zone));
        }

        if (!await db.ActivityTypes.AnyAsync(ct))
        {
            db.ActivityTypes.AddRange(ActivityTypes.Shipped());
        }

        if (!await db.PolicySets.AnyAsync(ct))
        {
            db.PolicySets.Add(new PolicySet(clock.UtcNow()));
            db.UsagePolicies.AddRange(DefaultPolicies.Shipped(ids));
        }
    }
}
