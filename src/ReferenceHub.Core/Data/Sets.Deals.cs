using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Deals.</summary>
    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    /// <summary>Open stages of deals.</summary>
    public DbSet<DealStage> DealStages => Set<DealStage>();

    /// <summary>Who asked for which deal.</summary>
    public DbSet<DealAsk> DealAsks => Set<DealAsk>();
}
