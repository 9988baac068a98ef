using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>What a match weighs in this program, kept on the node until a notice says that settings changed.</summary>
public sealed class MatchWeightCache : IDisposable
{
    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable subscription;
    private MatchWeights? known;
    private long changes;

    /// <summary>A cache that listens to the node's change hub.</summary>
    public MatchWeightCache(IServiceScopeFactory scopes, ChangeHub hub)
    {
        this.scopes = scopes;
        ArgumentNullException.ThrowIfNull(hub);
        subscription = hub.Listen(notice =>
        {
            if (notice.Topic == Topic.Settings)
            {
                Interlocked.Increment(ref changes);
                Volatile.Write(ref known, null);
            }
        });
    }

    /// <summary>The weights as they are now.</summary>
    public async ValueTask<MatchWeights> GetAsync(CancellationToken ct)
    {
        if (Volatile.Read(ref known) is { } weights)
        {
            return weights;
        }

        var before = Interlocked.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var row = await db.MatchWeightings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == MatchWeighting.OnlyId, ct);
        weights = row?.Weights ?? MatchWeights.Default;
        if (before == Interlocked.Read(ref changes))
        {
            Volatile.Write(ref known, weights);
        }

        return weights;
    }

    /// <inheritdoc/>
    public void Dispose() => subscription.Dispose();
}
