using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Today;

/// <summary>One of a person's follow-ups; the source is null when it is no longer in their sight.</summary>
public sealed record TodayFollowUp(Guid Id, string Text, DateOnly DueOn, SourceName? Source);

/// <summary>A request that waits for something this person does.</summary>
public sealed record TodayRequest(int Number, string ActivityKey, string Prospect, string Why, DateTime? Since);

/// <summary>One person's day.</summary>
public sealed record TodayPage(
    DateOnly Today,
    IReadOnlyList<StandingIn> StandingIn,
    IReadOnlyList<TodayFollowUp> Overdue,
    IReadOnlyList<TodayFollowUp> Due,
    IReadOnlyList<TodayFollowUp> Upcoming,
    IReadOnlyList<TodayFollowUp> Done,
    IReadOnlyList<OwnAsk> Approvals,
    IReadOnlyList<TodayRequest> Requests,
    IReadOnlyList<VerificationLine> Records,
    int MoreRecords,
    IReadOnlyList<ProposalLine> Proposals)
{
    /// <summary>What is to be done today: the number at Today in the sidebar.</summary>
    public int Count => Overdue.Count + Due.Count + Approvals.Count + Requests.Count;
}

/// <summary>Somebody who is away, until a day, and for whom the reader stands in.</summary>
public sealed record StandingIn(string Name, DateOnly Until);

/// <summary>What one person has to do, across requests and customers.</summary>
public sealed class TodayQueries(ReferenceHubDbContext db, TimeProvider clock, SourceDoor door, MyRequests mine, OpenRequests openRequests, VerificationQueries verifications, ProposalQueries proposals)
{
    private const int Most = 100;
    private const int MostRecords = 10;

    /// <summary>Follow-ups, approvals as owner, and requests where this person holds the ball.</summary>
    public async Task<TodayPage> PageAsync(Viewer viewer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var me = viewer.UserId;
        var recently = now.AddHours(-24);
        var rows = await db.FollowUps.AsNoTracking()
            .Where(followUp => followUp.AssigneeId == me && (followUp.DoneAt == null || followUp.DoneAt > recently))
            .OrderBy(followUp => followUp.DueOn).ThenBy(followUp => followUp.CreatedAt)
            .Take(Most).ToListAsync(ct);
        var names = await door.NamesAsync(rows, viewer, ct);
        var (records, more) = await verifications.NeedsAsync(viewer, MostRecords, ct);
        var open = rows.Where(row => row.DoneAt is null).Select(Line).ToList();
        return new TodayPage(
            today,
            await StandingInAsync(viewer, today, ct),
            [.. open.Where(line => line.DueOn < today)],
            [.. open.Where(line => line.DueOn == today)],
            [.. open.Where(line => line.DueOn > today)],
            [.. rows.Where(row => row.DoneAt is not null).OrderByDescending(row => row.DoneAt).Select(Line)],
            [.. (await mine.PageAsync(MyTab.Asks, null, viewer, ct)).Asks.Where(ask => ask.State == CandidateState.OwnerAsked)],
            await RequestsAsync(viewer, ct),
            records,
            more,
            await proposals.NeedsAsync(viewer, MostRecords, ct));

        TodayFollowUp Line(FollowUp row) => new(row.Id, row.Text, row.DueOn, names.GetValueOrDefault(row.SourceId));
    }

    /// <summary>How much of it is to be done today, as the page counts it; for the sidebar.</summary>
    public async Task<int> CountAsync(Viewer viewer, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var (me, owners) = (viewer.UserId, viewer.ActsFor);
        return await db.FollowUps.CountAsync(followUp => followUp.AssigneeId == me && followUp.DoneAt == null && followUp.DueOn <= today, ct)
            + await db.Candidates.CountAsync(candidate => candidate.State == CandidateState.OwnerAsked && owners.Contains(candidate.Customer!.OwnerId!.Value), ct)
            + (await openRequests.AllAsync(ct)).Count(row => (row.Ball == Party.Requester && owners.Contains(row.RequesterId)) || (row.Ball == Party.Program && row.AssigneeId == me));
    }

    // Of whoever is away the stand-in answers the questions; what they have taken is the program's.
    private IQueryable<ReferenceRequest> WaitingFor(Viewer viewer)
    {
        var (me, others) = (viewer.UserId, viewer.ActsFor);
        return db.Requests.AsNoTracking().Where(request => RequestStates.Open.Contains(request.State)
            && ((others.Contains(request.RequesterId) && request.Ball == Party.Requester) || (request.AssigneeId == me && request.Ball == Party.Program)));
    }

    private async Task<IReadOnlyList<StandingIn>> StandingInAsync(Viewer viewer, DateOnly today, CancellationToken ct)
    {
        var away = viewer.StandsInFor;
        return away.Count == 0 ? [] : await db.Absences.AsNoTracking()
            .Where(absence => away.Contains(absence.UserId) && absence.FirstDay <= today && absence.LastDay >= today)
            .Join(db.Users, absence => absence.UserId, user => user.Id, (absence, user) => new { user.NameKey, Line = new StandingIn(user.Name, absence.LastDay) })
            .OrderBy(row => row.NameKey).Select(row => row.Line).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<TodayRequest>> RequestsAsync(Viewer viewer, CancellationToken ct)
    {
        var rows = await WaitingFor(viewer)
            .OrderBy(request => request.DueAt)
            .Take(Most)
            .Select(request => new { request.Number, request.ActivityKey, Prospect = request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name, request.Ball, request.BallSince })
            .ToListAsync(ct);
        return [.. rows.Select(row => new TodayRequest(
            row.Number, row.ActivityKey, row.Prospect ?? "", row.Ball == Party.Requester ? "waits for your answer" : "waits for your next step", row.BallSince))];
    }
}
