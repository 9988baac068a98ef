using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data;

/// <summary>What every program starts with: taxonomies, deal stages, activity types, policies and, once the organisation has a zone, a calendar.</summary>
public sealed class ShippedRows(ReferenceHubDbContext db, TaxonomySeed taxonomies, DealStageSeed stages, UsageSeed usage)
{
    /// <summary>Adds what empty tables need; does nothing where there is something.</summary>
    public Task AddAsync(CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            await taxonomies.AddAsync(stop);
            await stages.AddAsync(stop);
            await usage.AddAsync(stop);
            return await db.SaveChangesAsync(stop);
        },
        ct);
}
