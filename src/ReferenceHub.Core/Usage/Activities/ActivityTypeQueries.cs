using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>Activity types as the node knows them; the same throughout a scope.</summary>
public sealed class ActivityTypeQueries(ActivityTypeCache cache)
{
    private IReadOnlyList<ActivityType>? all;

    /// <summary>All types in their order.</summary>
    public async Task<IReadOnlyList<ActivityType>> AllAsync(CancellationToken ct) => all ??= await cache.GetAsync(ct);

    /// <summary>Types that may be asked for.</summary>
    public async Task<IReadOnlyList<ActivityType>> EnabledAsync(CancellationToken ct) =>
        [.. (await AllAsync(ct)).Where(type => type.Enabled)];

    /// <summary>One type, or 404.</summary>
    public async Task<ActivityType> OneAsync(string key, CancellationToken ct) =>
        (await AllAsync(ct)).FirstOrDefault(type => type.Key == key) ?? throw new MissingException("activity type");
}
