using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads policy books.</summary>
internal static class PolicyBooks
{
    /// <summary>Version of the policy set; 0 before there is one.</summary>
    public static Task<int> VersionAsync(ReferenceHubDbContext db, CancellationToken ct) =>
        db.PolicySets.Where(set => set.Id == PolicySet.OnlyId).Select(set => set.Version).FirstOrDefaultAsync(ct);

    /// <summary>All enabled policies, or those that can bind one customer. The version is read first: a change meanwhile makes the book look old, never new.</summary>
    public static async Task<PolicyBook> LoadAsync(ReferenceHubDbContext db, Guid? customerId, CancellationToken ct)
    {
        var version = await VersionAsync(db, ct);
        var policies = await db.UsagePolicies.AsNoTracking()
            .Where(policy => policy.Enabled && (customerId == null || policy.CustomerId == null || policy.CustomerId == customerId)).ToListAsync(ct);
        return new PolicyBook(version, policies, await db.ActivityTypes.AsNoTracking().ToListAsync(ct));
    }
}
