using System.Collections.Concurrent;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Availability by activity type, kept from search to search and corrected customer by customer as usage changes. A new day,
/// other policies or another form of the type begin a new view.
/// </summary>
public sealed class UsageViews : IDisposable
{
    private readonly ConcurrentDictionary<string, Kept> views = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Guid> changed = new();
    private readonly UsageOverlay overlay;
    private readonly CatalogCache catalog;
    private readonly IDisposable listening;
    private List<Guid> lookedAtBefore = [];

    /// <summary>Listens from now on.</summary>
    public UsageViews(UsageOverlay overlay, CatalogCache catalog, ChangeHub hub)
    {
        this.overlay = overlay;
        this.catalog = catalog;
        ArgumentNullException.ThrowIfNull(hub);
        listening = hub.Listen(Hear);
    }

    /// <summary>The view of one type on a day, for a deal of an amount in the program's currency; the catalog must have been asked for before.</summary>
    public async ValueTask<UsageView> OfAsync(ActivityType type, DateOnly today, decimal? dealAmount, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(type);
        var news = Drain();
        await overlay.EnsureLoadedAsync(ct);
        Correct(news);
        var policies = overlay.Policies;
        var large = policies.IsLarge(dealAmount);
        var key = large ? type.Key + "+" : type.Key;
        var kept = views.GetValueOrDefault(key);
        if (kept is null || kept.Today != today || kept.TypeVersion != type.Version || !ReferenceEquals(kept.Policies, policies))
        {
            var availability = new KnownAvailability(type, policies, today, large);
            kept = new Kept(today, type.Version, policies, new UsageView(today, id => AvailabilityOf(id, availability), RatingOf) { NoticeDays = type.NoticeDays });
            views[key] = kept;
        }

        return kept.View;
    }

    /// <inheritdoc/>
    public void Dispose() => listening.Dispose();

    private void Hear(ChangeNotice notice)
    {
        if (notice.Topic is Topic.Usage or Topic.Catalog)
        {
            changed.Enqueue(notice.SubjectId);
        }
    }

    private List<Guid> Drain()
    {
        var news = new List<Guid>();
        while (changed.TryDequeue(out var id))
        {
            news.Add(id);
        }

        return news;
    }

    // Looked at twice: the overlay may hear of a change a moment after this does.
    private void Correct(List<Guid> news)
    {
        var before = Interlocked.Exchange(ref lookedAtBefore, news);
        if (news.Contains(Guid.Empty) || before.Contains(Guid.Empty))
        {
            views.Clear();
            return;
        }

        foreach (var id in news.Concat(before).Distinct())
        {
            foreach (var kept in views.Values)
            {
                kept.View.Changed(id);
            }
        }
    }

    private AvailabilityResult AvailabilityOf(Guid customerId, KnownAvailability availability) => catalog.Latest?.Subject(customerId) is { } who
        ? availability.Of(who, overlay.Of(customerId))
        : new AvailabilityResult(AvailabilityState.Closed, null, null, null, null, 0, []);

    private double? RatingOf(Guid customerId)
    {
        var (sum, count) = (0, 0);
        foreach (var signal in overlay.Of(customerId).Signals)
        {
            sum += signal.Rating ?? 0;
            count += signal.Rating is null ? 0 : 1;
        }

        return count == 0 ? null : sum / (double)count;
    }

    private sealed record Kept(DateOnly Today, int TypeVersion, PolicyBook Policies, UsageView View);
}
