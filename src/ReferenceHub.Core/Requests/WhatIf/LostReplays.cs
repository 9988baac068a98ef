using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Takes up replays whose node has ended before they had; one that takes longer than anybody waits is given up.</summary>
public sealed class LostReplays(IServiceScopeFactory scopes, ReferenceHubDbContext db, WhatIfProgress progress, TimeProvider clock) : IRegularWork
{
    /// <summary>How long a replay is left to the node that began it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>When a replay that has still not ended is given up.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (lost, hopeless) = (now - Patience, now - Most);
        var runs = await db.WhatIfRuns.Where(run => run.State == WhatIfState.Running && run.StartedAt <= lost)
            .OrderBy(run => run.StartedAt).Select(run => new { run.Id, run.StartedAt }).ToListAsync(ct);
        foreach (var run in runs.Where(run => progress.TryTake(run.Id)))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var service = scope.ServiceProvider.GetRequiredService<WhatIfService>();
                await (run.StartedAt <= hopeless ? service.GiveUpAsync(run.Id, ct) : service.RunAsync(run.Id, ct));
            }
            finally
            {
                progress.End(run.Id);
            }
        }
    }
}
