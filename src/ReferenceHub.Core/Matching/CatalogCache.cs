using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// The catalog of this node: read whole when first asked for, then patched customer by customer from the change feed. Whoever
/// searches after a change waits for its patch, everybody else reads on. A large delta is merged in the background.
/// </summary>
public sealed class CatalogCache : IDisposable
{
    private const int MostPatched = 2000;
    private readonly ConcurrentDictionary<Guid, int> stale = new();
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly IDisposable listening;
    private volatile CatalogSnapshot? snapshot;
    private volatile bool termsInDoubt;
    private DateOnly builtOn;

    /// <summary>Listens from now on; reads when first asked.</summary>
    public CatalogCache(IServiceScopeFactory scopes, ChangeHub hub, TimeProvider clock)
    {
        this.scopes = scopes;
        this.clock = clock;
        ArgumentNullException.ThrowIfNull(hub);
        listening = hub.Listen(Hear);
    }

    /// <summary>The catalog with every change this node has heard of; without database access unless there was one.</summary>
    public async ValueTask<CatalogSnapshot> GetAsync(CancellationToken ct)
    {
        var known = snapshot;
        return known is not null && stale.IsEmpty && !termsInDoubt && IsOfToday() ? known : await FreshenAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listening.Dispose();
        loading.Dispose();
    }

    internal CatalogSnapshot? Latest => snapshot;

    private void Hear(ChangeNotice notice)
    {
        if (notice.Topic == Topic.Catalog)
        {
            stale.AddOrUpdate(notice.SubjectId, 1, (_, times) => times + 1);
        }
        else if (notice.Topic == Topic.Settings)
        {
            termsInDoubt = true;
        }
    }

    // Content counts look at the day, so a new day reads again; UTC will do, they are no promise.
    private bool IsOfToday() => builtOn == DateOnly.FromDateTime(clock.UtcNow());

    private async Task<CatalogSnapshot> FreshenAsync(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
            var pending = stale.ToArray();
            var terms = await TermsAsync(db, ct);
            var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
            var whole = snapshot is null || !ReferenceEquals(snapshot.Terms, terms) || !IsOfToday()
                || pending.Length > MostPatched || pending.Any(change => change.Key == Guid.Empty);
            snapshot = whole ? await BuildAsync(db, terms, today, ct) : await PatchAsync(db, snapshot!, today, [.. pending.Select(change => change.Key)], ct);
            builtOn = DateOnly.FromDateTime(clock.UtcNow());
            foreach (var change in pending)
            {
                stale.TryRemove(change);
            }

            if (snapshot.WantsMerge)
            {
                _ = Task.Run(MergeAsync, CancellationToken.None);
            }

            return snapshot;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<CatalogTerms> TermsAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        if (snapshot is { } known && !termsInDoubt)
        {
            return known.Terms;
        }

        termsInDoubt = false;
        var terms = await CatalogReader.TermsAsync(db, ct);
        return snapshot?.Terms.SameAs(terms) == true ? snapshot.Terms : terms;
    }

    private static async Task<CatalogSnapshot> BuildAsync(ReferenceHubDbContext db, CatalogTerms terms, DateOnly today, CancellationToken ct)
    {
        var builder = new CatalogBlockBuilder(terms);
        await foreach (var entry in new CatalogReader(db, terms, today).ReadAsync(only: null, ct))
        {
            builder.Add(entry);
        }

        return CatalogSnapshot.Of(terms, builder.Build());
    }

    private static async Task<CatalogSnapshot> PatchAsync(ReferenceHubDbContext db, CatalogSnapshot known, DateOnly today, Guid[] changed, CancellationToken ct)
    {
        if (changed.Length == 0)
        {
            return known;
        }

        var changes = changed.ToDictionary(id => id, _ => (CatalogEntry?)null);
        foreach (var some in changed.Chunk(200))
        {
            await foreach (var entry in new CatalogReader(db, known.Terms, today).ReadAsync(some, ct))
            {
                changes[entry.Id] = entry;
            }
        }

        return known.With(changes);
    }

    private async Task MergeAsync()
    {
        try
        {
            await loading.WaitAsync();
            try
            {
                snapshot = snapshot is { WantsMerge: true } large ? large.Merged() : snapshot;
            }
            finally
            {
                loading.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // The node is stopping.
        }
    }
}
