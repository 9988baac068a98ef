using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    private const int AnnouncedOneByOne = 1000;
    private readonly List<ChangeNotice> unpublished = [];

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await StampAndSaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        int rows;
        using (await EnterGateAsync(cancellationToken))
        {
            rows = await StampAndSaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        PublishChanges();
        return rows;
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous: use SaveChangesAsync.");

    private bool IsEmbedded => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    private async Task<IDisposable?> EnterGateAsync(CancellationToken ct) =>
        IsEmbedded ? await services.Gate.EnterAsync(ct) : null;

    private async Task<int> StampAndSaveAsync(bool accept, CancellationToken ct)
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            var version = entry.Property(row => row.Version);
            if (entry.State == EntityState.Added)
            {
                version.CurrentValue = 1;
            }
            else if (entry.State == EntityState.Modified)
            {
                version.CurrentValue = version.OriginalValue + 1;
            }
        }

        var notices = NoticesOf();
        ChangeNotices.AddRange(notices);
        var rows = await base.SaveChangesAsync(accept, ct);
        unpublished.AddRange(notices);
        return rows;
    }

    private List<ChangeNotice> NoticesOf()
    {
        var touched = new HashSet<(Topic Topic, Guid Subject)>();
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            // What moves from one customer to another changes both.
            if (entry.State == EntityState.Modified && entry.Entity is (ICatalogPart or IUsagePart)
                && entry.Metadata.FindProperty(nameof(ICatalogPart.CustomerId)) is { } place && entry.Property(place) is { IsModified: true, OriginalValue: Guid before })
            {
                touched.Add((entry.Entity is ICatalogPart ? Topic.Catalog : Topic.Usage, before));
            }

            if (entry.Entity is ICatalogPart fact)
            {
                touched.Add((Topic.Catalog, fact.CustomerId));
            }

            if (entry.Entity is IUsagePart use)
            {
                touched.Add((Topic.Usage, use.CustomerId));
            }

            if (entry.Entity is IPeoplePart person)
            {
                touched.Add((Topic.People, person.UserId));
            }

            if (entry.Entity is IQueuePart row)
            {
                touched.Add((Topic.Requests, row.Id));
            }

            if (entry.Entity is ISettingsPart)
            {
                touched.Add((Topic.Settings, Guid.Empty));
            }
        }

        var now = services.Clock.UtcNow();
        return touched
            .GroupBy(change => change.Topic)
            .SelectMany(topic => topic.Count() > AnnouncedOneByOne ? [(topic.Key, Guid.Empty)] : topic.AsEnumerable())
            .Select(change => new ChangeNotice(services.Ids.Next(), now, change.Item1, change.Item2))
            .ToList();
    }

    private void PublishChanges()
    {
        if (unpublished.Count > 0)
        {
            var notices = unpublished.ToArray();
            unpublished.Clear();
            services.Hub.Publish(notices);
        }
    }
}
