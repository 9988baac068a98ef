using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Replays past periods with the policies of a draft, beside those in force.</summary>
public sealed class WhatIfService(ReferenceHubDbContext db, PastAsks asks, TimeProvider clock, IIds ids)
{
    /// <summary>Longest period in days.</summary>
    public const int MostDays = 1096;

    /// <summary>Most replays of one person that run at a time.</summary>
    public const int MostRunning = 3;

    /// <summary>Most replays kept of one version of the policies; older ones make room.</summary>
    public const int MostKept = 30;

    /// <summary>Most asks told one by one.</summary>
    public const int MostTold = 500;

    // Of every hundredth of the progress: reading, then the policies in force, then the draft.
    private const int Reading = 20;

    /// <summary>Notes a replay that is to run; answers its key.</summary>
    public async Task<Outcome<Guid>> BeginAsync(Guid editionId, DateOnly from, DateOnly to, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        if (!Days.Holds(from) || from >= today)
        {
            return Outcome<Guid>.Refuse("Choose a first day in the past.", "From");
        }

        if (to < from || to > today || to.DayNumber - from.DayNumber >= MostDays)
        {
            return Outcome<Guid>.Refuse("Choose a last day not before the first, today at the latest and at most three years on.", "To");
        }

        return await db.WriteAsync<Outcome<Guid>>(
            async token =>
            {
                if (!await db.PolicyEditions.AnyAsync(edition => edition.Id == editionId, token))
                {
                    throw new MissingException("version of the policies");
                }

                if ((await db.EditionInForceAsync(now, token)).Id == editionId)
                {
                    return Outcome<Guid>.Refuse("These policies are in force: there is nothing to compare. Make a draft and try that.");
                }

                if (await db.WhatIfRuns.CountAsync(run => run.State == WhatIfState.Running && run.ById == by.ActorId, token) >= MostRunning)
                {
                    return Outcome<Guid>.Refuse($"{MostRunning} replays of yours are running. Wait until one has ended.");
                }

                await MakeRoomAsync(editionId, token);
                var run = new WhatIfRun(ids.Next(), editionId, from, to, now, by.ActorId, by.Name);
                db.WhatIfRuns.Add(run);
                await db.SaveChangesAsync(token);
                return run.Id;
            },
            ct);
    }

    /// <summary>Goes through the period twice and keeps the figures, telling how far it is in per cent; a replay that fails says so, one that is stopped is taken up again.</summary>
    public async Task RunAsync(Guid id, IProgress<int>? progress, CancellationToken ct)
    {
        var run = await db.WhatIfRuns.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (run is not { State: WhatIfState.Running })
        {
            return;
        }

        try
        {
            progress?.Report(1);
            var (today, draft) = await ReplayAsync(run, progress, ct);
            await EndAsync(id, row => row.End(today, draft, clock.UtcNow()), ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await EndAsync(id, row => row.Fail(clock.UtcNow()), CancellationToken.None);
            throw;
        }
    }

    /// <summary>Notes that a node has a replay, and how far it is in per cent.</summary>
    public Task BeatAsync(Guid id, int percent, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            var now = clock.UtcNow();
            return await Running(id).ExecuteUpdateAsync(set => set.SetProperty(run => run.BeatAt, now).SetProperty(run => run.Percent, percent), token);
        },
        ct);

    /// <summary>Takes over the replays whose node has given no sign of life for too long; those that were taken too often are given up.</summary>
    public async Task<IReadOnlyList<Guid>> TakeLostAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var silent = now - WhatIfRun.Patience;
        var lost = db.WhatIfRuns.Where(run => run.State == WhatIfState.Running && run.BeatAt <= silent);
        return !await lost.AnyAsync(ct) ? [] : await db.WriteAsync(
            async token =>
            {
                var runs = await lost.OrderBy(run => run.StartedAt).ToListAsync(token);
                var taken = runs.FindAll(run => run.TakeUp(now)).ConvertAll(run => run.Id);
                await db.SaveChangesAsync(token);
                return taken;
            },
            ct);
    }

    private IQueryable<WhatIfRun> Running(Guid id) => db.WhatIfRuns.Where(run => run.Id == id && run.State == WhatIfState.Running);

    private async Task<(ReplayFigures Today, ReplayFigures Draft)> ReplayAsync(WhatIfRun run, IProgress<int>? progress, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var edition = await db.PolicyEditions.AsNoTracking().SingleAsync(row => row.Id == run.EditionId, ct);
        var inForce = await db.EditionInForceAsync(now, ct);
        var (mark, draftMark) = (await db.MarkAsync(inForce, ct), await db.MarkAsync(edition, ct));
        var (book, tried) = (await PolicyBooks.LoadAsync(db, customerId: null, now, ct), await PolicyBooks.OfEditionAsync(db, edition, ct));
        var replay = new Replay(await asks.ReadAsync(run.From, run.To, Math.Max(book.Reach, tried.Reach), ct));
        var all = Math.Max(1, 2 * replay.Asks.Count);
        Report(0);
        var today = replay.Run(book, Report, ct);
        var draft = replay.Run(tried, done => Report(replay.Asks.Count + done), ct);
        return (today.Figures with { Policies = mark }, WithChanges(replay.Asks, today, draft) with { Policies = draftMark });

        void Report(int done) => progress?.Report(Reading + ((100 - Reading) * done / all));
    }

    // Those with which the draft does otherwise come first, and of those the ones that it leaves without anybody.
    private static ReplayFigures WithChanges(IReadOnlyList<PastUse> asks, Replayed today, Replayed draft)
    {
        var changed = asks.Select((ask, place) => new ChangedAsk(ask.RequestNumber, ask.First.CustomerId, ask.First.ActivityKey, ask.First.On, today.Answers[place], draft.Answers[place]))
            .Where(ask => ask.Today.IsOtherwise || ask.Draft.IsOtherwise || ask.IsDifferent).ToList();
        return draft.Figures with
        {
            Otherwise = changed.Count,
            Different = changed.Count(ask => ask.IsDifferent),
            Changed = [.. changed.OrderByDescending(ask => ask.IsDifferent).ThenByDescending(ask => ask.Draft.Fate).ThenByDescending(ask => ask.Today.Fate).ThenBy(ask => ask.On).Take(MostTold)],
        };
    }

    private async Task MakeRoomAsync(Guid editionId, CancellationToken ct)
    {
        var old = await db.WhatIfRuns.Where(run => run.EditionId == editionId && run.State != WhatIfState.Running)
            .OrderByDescending(run => run.StartedAt).Skip(MostKept - 1).Select(run => run.Id).ToListAsync(ct);
        await db.WhatIfRuns.Where(run => old.Contains(run.Id)).ExecuteDeleteAsync(ct);
    }

    private Task<Outcome> EndAsync(Guid id, Action<WhatIfRun> end, CancellationToken ct) => db.WriteAsync<Outcome>(
        async token =>
        {
            // A draft that was deleted meanwhile took its replays along; another node may have been faster.
            if (await Running(id).SingleOrDefaultAsync(token) is { } run)
            {
                end(run);
                await db.SaveChangesAsync(token);
            }

            return Outcome.Done;
        },
        ct);
}
