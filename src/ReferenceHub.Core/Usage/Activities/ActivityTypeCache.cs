using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>The activity types of this program, kept on the node; to be looked at, never changed.</summary>
public sealed class ActivityTypeCache(IServiceScopeFactory scopes, ChangeHub hub) : SettingCache<IReadOnlyList<ActivityType>>(scopes, hub)
{
    /// <summary>All types in their order, as they are now.</summary>
    public async ValueTask<IReadOnlyList<ActivityType>> GetAsync(CancellationToken ct) => await KnownAsync(ct) ?? [];

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<ActivityType>?> ReadAsync(ReferenceHubDbContext db, CancellationToken ct) =>
        await db.ActivityTypes.AsNoTracking().OrderBy(type => type.Order).ToListAsync(ct) is { Count: > 0 } types ? types : null;
}
