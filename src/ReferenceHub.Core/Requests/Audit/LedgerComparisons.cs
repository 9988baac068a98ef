using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Compares all ledgers with what they stand for, in pieces and on one node at a time. It reports and repairs nothing.</summary>
public sealed class LedgerComparisons(ReferenceHubDbContext db, LedgerPieces pieces, LedgerAudit audit, FindingBook book, TimeProvider clock, IIds ids)
{
    /// <summary>Compares on behalf of somebody who may; refused while a comparison runs.</summary>
    public Task<Outcome> RunAsync(Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.SetLimits);
        return CompareAsync(ct);
    }

    internal async Task<Outcome> CompareAsync(CancellationToken ct)
    {
        var began = clock.UtcNow();
        if (!await TakeTurnAsync(began, ct))
        {
            return Outcome.Refuse("A comparison is running already. Its result will be shown here.");
        }

        try
        {
            var (found, busy, customers, uses) = (new List<Difference>(), new HashSet<Guid>(), 0, 0);
            foreach (var piece in await pieces.AllAsync(ct))
            {
                var looked = await audit.LookAsync(piece, ct);
                found.AddRange(looked.Found);
                busy.UnionWith(looked.Busy);
                (customers, uses) = (customers + piece.Count - looked.Busy.Count, uses + looked.Uses);
                if (!await IsStillOnAsync(began, customers, uses, found.Count, ct))
                {
                    return Outcome.Refuse("Another node has taken the comparison over.");
                }
            }

            return await EndAsync(began, new LedgerComparison(ids.Next(), began, clock.UtcNow(), customers, uses, found.Count), found, busy, ct);
        }
        catch
        {
            await Running(began).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }
    }

    private IQueryable<LedgerComparison> Running(DateTime began) => db.LedgerComparisons.Where(row => row.Id == LedgerComparison.RunningId && row.StartedAt == began);

    // The fixed key lets one in; who finds one that died takes its place.
    private Task<bool> TakeTurnAsync(DateTime now, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            if (await db.LedgerComparisons.AsNoTracking().SingleOrDefaultAsync(row => row.Id == LedgerComparison.RunningId, stop) is not { } running)
            {
                db.LedgerComparisons.Add(LedgerComparison.Begin(now));
                await db.SaveChangesAsync(stop);
                return true;
            }

            var (sign, dead) = (running.EndedAt, running.IsDead(now));
            return dead && await db.LedgerComparisons.Where(row => row.Id == LedgerComparison.RunningId && row.EndedAt == sign).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.StartedAt, now).SetProperty(row => row.EndedAt, now)
                    .SetProperty(row => row.Customers, 0).SetProperty(row => row.Uses, 0).SetProperty(row => row.Found, 0), stop) == 1;
        },
        ct);

    private Task<bool> IsStillOnAsync(DateTime began, int customers, int uses, int found, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var now = clock.UtcNow();
            return await Running(began).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.EndedAt, now)
                    .SetProperty(row => row.Customers, customers).SetProperty(row => row.Uses, uses).SetProperty(row => row.Found, found), stop) == 1;
        },
        ct);

    private Task<Outcome> EndAsync(DateTime began, LedgerComparison ended, IReadOnlyCollection<Difference> found, IReadOnlySet<Guid> busy, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            if (await Running(began).ExecuteDeleteAsync(stop) == 0)
            {
                return Outcome.Refuse("Another node has taken the comparison over.");
            }

            db.LedgerComparisons.Add(ended);
            await book.WriteAsync(found, busy, ended.EndedAt, stop);
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);
}
