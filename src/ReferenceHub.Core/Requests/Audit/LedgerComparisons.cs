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
            return await CompareAllAsync(began, ct);
        }
        catch
        {
            await LeaveAsync(began);
            throw;
        }
    }

    private async Task<Outcome> CompareAllAsync(DateTime began, CancellationToken ct)
    {
        var (tally, compared, fresh) = (new Tally(0, 0, 0), new HashSet<Guid>(), new List<Guid>());
        foreach (var piece in await pieces.AllAsync(ct))
        {
            var looked = await audit.LookAsync(piece, ct);
            tally = new Tally(tally.Customers + piece.Count - looked.Busy.Count, tally.Uses + looked.Uses, tally.Found + looked.Found.Count);
            compared.UnionWith(piece);
            if (await KeepAsync(began, tally, [.. piece.Except(looked.Busy)], looked.Found, FindingBook.MostKept - fresh.Count, ct) is not { } added)
            {
                return TakenOver();
            }

            fresh.AddRange(added);
        }

        return await EndAsync(began, tally, compared, fresh, ct);
    }

    private static Outcome TakenOver() => Outcome.Refuse("Another node has taken the comparison over.");

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

    // What was found of a piece is written with the sign of life; nothing when another node has taken over.
    private Task<IReadOnlyList<Guid>?> KeepAsync(DateTime began, Tally tally, IReadOnlyCollection<Guid> steady, IReadOnlyList<Difference> found, int room, CancellationToken ct) => db.WriteAsync<IReadOnlyList<Guid>?>(
        async stop =>
        {
            var now = clock.UtcNow();
            if (await Running(began).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.EndedAt, now)
                    .SetProperty(row => row.Customers, tally.Customers).SetProperty(row => row.Uses, tally.Uses).SetProperty(row => row.Found, tally.Found), stop) == 0)
            {
                return null;
            }

            var added = await book.WriteAsync(steady, found, room, now, stop);
            await db.SaveChangesAsync(stop);
            return added;
        },
        ct);

    private Task<Outcome> EndAsync(DateTime began, Tally tally, IReadOnlySet<Guid> compared, List<Guid> fresh, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            if (await Running(began).ExecuteDeleteAsync(stop) == 0)
            {
                return TakenOver();
            }

            var (now, last) = (clock.UtcNow(), await db.LedgerComparisons.Where(row => row.Id != LedgerComparison.RunningId).MaxAsync(row => (DateTime?)row.EndedAt, stop));
            await book.CloseOthersAsync(compared, now, stop);
            await db.SaveChangesAsync(stop);
            await book.TellAsync(fresh, last, stop);
            db.LedgerComparisons.Add(new LedgerComparison(ids.Next(), began, now, tally.Customers, tally.Uses, tally.Found));
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);

    // Another comparison may begin at once, whatever stopped this one.
    private Task<int> LeaveAsync(DateTime began) => db.WriteAsync(stop => Running(began).ExecuteDeleteAsync(stop), CancellationToken.None);

    private sealed record Tally(int Customers, int Uses, int Found);
}
