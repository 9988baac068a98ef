using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>Gives policies of the time before there were editions their first one, and a program the blackouts to switch on.</summary>
public sealed class FirstEdition(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Does so unless it was done, and saves.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (!await db.PolicySets.AnyAsync(ct) || await db.PolicyEditions.AnyAsync(ct))
        {
            return;
        }

        var edition = PolicyEdition.First(ids.Next(), clock.UtcNow());
        db.PolicyEditions.Add(edition);
        foreach (var policy in await db.UsagePolicies.Where(policy => policy.CustomerId == null).ToListAsync(ct))
        {
            policy.InEdition(edition.Id);
        }

        db.UsagePolicies.AddRange(DefaultPolicies.Blackouts(ids).Select(policy => policy.InEdition(edition.Id)));
        await db.SaveChangesAsync(ct);
    }
}
