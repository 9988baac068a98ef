using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Deals;

/// <summary>Puts the shipped stages into a database that has none; the caller saves.</summary>
public sealed class DealStageSeed(ReferenceHubDbContext db, IIds ids)
{
    private const int Gate = 3;

    /// <summary>Adds Qualify, Discover, Proposal (the gate) and Negotiate.</summary>
    public async Task AddAsync(CancellationToken ct)
    {
        if (await db.DealStages.AnyAsync(ct))
        {
            return;
        }

        db.DealStages.AddRange(DealStage.Shipped.Select((stage, index) => new DealStage(ids.Next(), stage.Key, stage.Name, index + 1, index + 1 == Gate)));
    }
}
