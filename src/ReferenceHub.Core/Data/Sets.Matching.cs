using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Matching;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>What a match weighs; one row at most.</summary>
    public DbSet<MatchWeighting> MatchWeightings => Set<MatchWeighting>();

    /// <summary>Needs of deals that no reference met.</summary>
    public DbSet<UnmetNeed> UnmetNeeds => Set<UnmetNeed>();

    /// <summary>Searches that somebody waits on.</summary>
    public DbSet<FreeAlert> FreeAlerts => Set<FreeAlert>();
}
