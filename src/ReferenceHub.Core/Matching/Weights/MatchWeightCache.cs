using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>What a match weighs in this program, kept on the node.</summary>
public sealed class MatchWeightCache(IServiceScopeFactory scopes, ChangeHub hub) : SettingCache<MatchWeights>(scopes, hub)
{
    /// <summary>The weights as they are now.</summary>
    public async ValueTask<MatchWeights> GetAsync(CancellationToken ct) => (await KnownAsync(ct))!;

    /// <inheritdoc/>
    protected override async Task<MatchWeights?> ReadAsync(ReferenceHubDbContext db, CancellationToken ct) =>
        (await db.MatchWeightings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == MatchWeighting.OnlyId, ct))?.Weights ?? MatchWeights.Default;
}
