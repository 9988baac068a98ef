using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>Writes down which version of the policies has started, so that a clock that is set back does not bring back the one before it.</summary>
public sealed class EditionStarts(ReferenceHubDbContext db, TimeProvider clock) : IRegularWork
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        if ((await db.EditionsAsync(now, ct)).InForce is { StartedAt: null })
        {
            await db.WriteAsync(
                async stop =>
                {
                    await db.NoteStartAsync((await db.EditionsAsync(now, stop)).InForce, now, stop);
                    return await db.SaveChangesAsync(stop);
                },
                ct);
        }
    }
}
