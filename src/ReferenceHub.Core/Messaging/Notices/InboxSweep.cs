using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>Takes away what was read and is older than a year; what nobody has read stays.</summary>
public sealed class InboxSweep(ReferenceHubDbContext db, TimeProvider clock) : IRegularWork
{
    /// <summary>How many days a notice that was read is kept.</summary>
    public const int KeptDays = 365;

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken ct)
    {
        var until = clock.UtcNow().AddDays(-KeptDays);
        return db.WriteAsync(stop => db.Notifications.Where(notice => notice.At < until && notice.ReadAt != null).ExecuteDeleteAsync(stop), ct);
    }
}
