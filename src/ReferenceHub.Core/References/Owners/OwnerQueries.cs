using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Who looks after customers.</summary>
public sealed class OwnerQueries(ReferenceHubDbContext db)
{
    /// <summary>Whether somebody owns customers, or stands in today for somebody who does.</summary>
    public Task<bool> OwnsAnyAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return db.Customers.Present().AnyAsync(customer => customer.OwnerId != null && viewer.ActsFor.Contains(customer.OwnerId.Value), ct);
    }
}
