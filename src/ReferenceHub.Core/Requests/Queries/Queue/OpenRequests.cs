using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>
/// All open requests in this node's memory, so that views, counts and orders cost the same however many there are: read whole once, then one by
/// one as the change feed tells. For looking only, and past all rights: whoever asks guards it, whoever changes a request reads the database.
/// </summary>
public sealed class OpenRequests : IDisposable
{
    private const int OneByOne = 1000;

    private readonly ConcurrentDictionary<Guid, int> stale = new();
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable listening;
    private volatile OpenRequest[] known = [];
    private volatile bool loaded;

    /// <summary>Listens from now on; reads when first asked.</summary>
    public OpenRequests(IServiceScopeFactory scopes, ChangeHub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        this.scopes = scopes;
        listening = hub.Listen(Hear);
    }

    /// <summary>All of them as they are now, in no order; one query when some changed, none when not.</summary>
    public async ValueTask<IReadOnlyList<OpenRequest>> AllAsync(CancellationToken ct)
    {
        if (loaded && stale.IsEmpty)
        {
            return known;
        }

        await loading.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await FreshenAsync(scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>(), ct);
            return known;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listening.Dispose();
        loading.Dispose();
    }

    private void Hear(ChangeNotice notice)
    {
        if (notice.Topic == Topic.Requests && notice.SubjectId != Guid.Empty)
        {
            stale.AddOrUpdate(notice.SubjectId, 1, (_, times) => times + 1);
        }
        else if (notice.Topic == Topic.Requests)
        {
            loaded = false;
        }
    }

    // What changes while it is read is marked once more, and read again by whoever asks next.
    private async Task FreshenAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        var marked = stale.ToArray();
        if (!loaded || marked.Length > OneByOne)
        {
            stale.Clear();
            loaded = true;
            await AllAgainAsync(db, ct);
            return;
        }

        // A deal stands for the requests that serve it.
        var subjects = marked.Select(mark => mark.Key).ToHashSet();
        var changed = known.Where(row => row.OpportunityId is { } deal && subjects.Contains(deal)).Select(row => row.Id).Concat(subjects).ToHashSet();
        var ids = changed.ToArray();
        var read = ids.Length == 0 ? [] : await OpenRequest.Of(db.Requests.Where(request => EF.Parameter(ids).Contains(request.Id))).ToListAsync(ct);
        known = [.. known.Where(row => !changed.Contains(row.Id)), .. read];
        foreach (var mark in marked)
        {
            stale.TryRemove(mark);
        }
    }

    private async Task AllAgainAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        try
        {
            known = await OpenRequest.Of(db.Requests).ToArrayAsync(ct);
        }
        catch
        {
            loaded = false;
            throw;
        }
    }
}
