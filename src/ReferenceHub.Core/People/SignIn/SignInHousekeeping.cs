using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Takes away counted failures that no longer count, and sessions long over.</summary>
public sealed class SignInHousekeeping(ReferenceHubDbContext db, TimeProvider clock) : IRegularWork
{
    private static readonly TimeSpan KeepFailures = TimeSpan.FromDays(2);
    private static readonly TimeSpan KeepSessions = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var failures = now - KeepFailures;
        var sessions = now - KeepSessions;
        await db.WriteAsync(inner => db.SignInFailures.Where(row => row.LastAt < failures).ExecuteDeleteAsync(inner), ct);
        await db.WriteAsync(inner => db.Sessions.Where(row => row.LastSeenAt < sessions).ExecuteDeleteAsync(inner), ct);
    }
}
