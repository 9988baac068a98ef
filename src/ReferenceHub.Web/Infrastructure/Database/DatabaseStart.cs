using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Infrastructure.Database;

/// <summary>
/// Brings the database to this version's shape, only when something is pending. Servers let one node migrate by a lock
/// of their own; a SQLite file is guarded by an operating system lock, under which a lock row left behind is removed.
/// </summary>
public sealed class DatabaseStart(IServiceScopeFactory scopes, DatabaseSettings settings)
{
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var turn = settings.File is null ? null : await FileLock.TakeAsync(settings.File + ".lock", TimeProvider.System, ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>().Database;
        if (!(await db.GetPendingMigrationsAsync(ct)).Any())
        {
            return;
        }

        if (settings.File is not null)
        {
            await RemoveAbandonedLockAsync(db, ct);
        }

        await db.MigrateAsync(ct);
        await scope.ServiceProvider.GetRequiredService<WebDomainFill>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<RequestWordsFill>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<ShippedTextsFill>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<LinePlacesFill>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<FirstEdition>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<ProcessSeed>().RunAsync(ct);
    }

    private static async Task RemoveAbandonedLockAsync(DatabaseFacade db, CancellationToken ct)
    {
        var held = await db.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync(ct);
        if (held > 0)
        {
            await db.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", ct);
        }
    }
}
