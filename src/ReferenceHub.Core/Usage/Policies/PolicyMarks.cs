using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>Tells whether a version of the policies still reads as it did.</summary>
internal static class PolicyMarks
{
    /// <summary>The mark of a version as it reads now.</summary>
    public static async Task<PolicyMark> MarkAsync(this ReferenceHubDbContext db, PolicyEdition edition, CancellationToken ct)
    {
        var policies = await db.UsagePolicies.AsNoTracking().Where(policy => policy.Enabled && policy.EditionId == edition.Id).ToListAsync(ct);
        var text = JsonSerializer.SerializeToUtf8Bytes(new
        {
            edition.HeldBackPercent,
            edition.HeldBackAbove,
            edition.HeldBackCurrency,
            Policies = policies.OrderBy(policy => policy.Id).Select(policy => new { policy.Id, policy.Scope, policy.Tier, policy.SegmentIds, policy.Per, policy.ActivityKeys, policy.Terms }),
        });
        return new PolicyMark(edition.Id, edition.Number, Convert.ToHexString(SHA256.HashData(text))[..32]);
    }
}
