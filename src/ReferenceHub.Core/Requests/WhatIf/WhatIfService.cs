using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Replays past periods with the policies of a draft, beside those in force.</summary>
public sealed class WhatIfService(ReferenceHubDbContext db, PastAsks asks, WhatIfProgress progress, TimeProvider clock, IIds ids)
{
    /// <summary>Longest period in days.</summary>
    public const int MostDays = 1096;

    /// <summary>Notes a replay that is to run; answers its key.</summary>
    public async Task<Outcome<Guid>> BeginAsync(Guid editionId, DateOnly from, DateOnly to, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        if (!Days.Holds(from) || from >= today)
        {
            return Outcome<Guid>.Refuse("Choose a first day in the past.", "From");
        }

        if (to < from || to > today || to.DayNumber - from.DayNumber >= MostDays)
        {
            return Outcome<Guid>.Refuse("Choose a last day after the first, today at the latest, at most three years on.", "To");
        }

        return await db.WriteAsync<Outcome<Guid>>(
            async token =>
            {
                if (!await db.PolicyEditions.AnyAsync(edition => edition.Id == editionId, token))
                {
                    throw new MissingException("version of the policies");
                }

                var run = new WhatIfRun(ids.Next(), editionId, from, to, clock.UtcNow(), by.ActorId, by.Name);
                db.WhatIfRuns.Add(run);
                await db.SaveChangesAsync(token);
                return run.Id;
            },
            ct);
    }

    /// <summary>Goes through the period twice and keeps the figures; a replay that fails says so.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var run = await db.WhatIfRuns.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new MissingException("replay");
        if (run.State != WhatIfState.Running)
        {
            return;
        }

        try
        {
            var (today, draft) = await ReplayAsync(run, ct);
            await EndAsync(id, row => row.End(today, draft, clock.UtcNow()), ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await EndAsync(id, row => row.Fail(clock.UtcNow()), CancellationToken.None);
            throw;
        }
        finally
        {
            progress.End(id);
        }
    }

    private async Task<(ReplayFigures Today, ReplayFigures Draft)> ReplayAsync(WhatIfRun run, CancellationToken ct)
    {
        var history = await asks.ReadAsync(run.From, run.To, ct);
        var edition = await db.PolicyEditions.AsNoTracking().SingleAsync(row => row.Id == run.EditionId, ct);
        var (inForce, tried) = (await PolicyBooks.LoadAsync(db, customerId: null, clock.UtcNow(), ct), await PolicyBooks.OfEditionAsync(db, edition, ct));
        var (replay, all) = (new Replay(history), 2 * history.Asks.Count);
        var today = replay.Run(inForce, done => progress.Report(run.Id, done, all), ct);
        return (today, replay.Run(tried, done => progress.Report(run.Id, history.Asks.Count + done, all), ct));
    }

    private Task<Outcome> EndAsync(Guid id, Action<WhatIfRun> end, CancellationToken ct) => db.WriteAsync<Outcome>(
        async token =>
        {
            // A draft that was deleted meanwhile took its replays along.
            if (await db.WhatIfRuns.SingleOrDefaultAsync(row => row.Id == id, token) is { } run)
            {
                end(run);
                await db.SaveChangesAsync(token);
            }

            return Outcome.Done;
        },
        ct);
}
