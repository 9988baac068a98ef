using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Taking, holding and ending requests.</summary>
public sealed class RequestTriage(ReferenceHubDbContext db, RequestDoor door, CandidateLine line, HistoryLog history, TriageNotices notices)
{
    /// <summary>Gives the request to a program manager; without a name the viewer takes it.</summary>
    public Task<Outcome> AssignAsync(int number, Guid? managerId, Viewer by, CancellationToken ct) =>
        AsManager(number, by, async (request, moment, stop) =>
        {
            var id = managerId ?? by.UserId;
            var manager = await db.Users.SingleOrDefaultAsync(user => user.Id == id, stop);
            if (manager is not { IsActive: true } || !manager.Roles.Bring(Right.RunProgram))
            {
                return Outcome.Refuse("Choose a program manager who can sign in.", nameof(managerId));
            }

            request.Assign(moment, manager.Id, manager.Name);
            await notices.AssignedAsync(request, moment, stop);
            return Outcome.Done;
        }, ct);

    /// <summary>Stops the clock and asks the requester something.</summary>
    public Task<Outcome> HoldAsync(int number, string question, Viewer by, CancellationToken ct) =>
        AsManager(number, by, async (request, moment, stop) =>
        {
            request.Hold(moment, question);
            await notices.AskedAsync(request, question, moment, stop);
            return Outcome.Done;
        }, ct);

    /// <summary>Goes on; the requester or the manager says so.</summary>
    public Task<Outcome> ResumeAsync(int number, string? answer, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            request.MustBeDrivenBy(by);
            var since = request.HeldAt;
            request.Resume(moment, answer);
            await notices.AnsweredAsync(request, answer, moment, stop);

            // A no or a silence that came meanwhile left the line standing.
            if (request.Candidates.Any(candidate => candidate.State.LetsTheLineGoOn() && candidate.EndedAt >= since))
            {
                await line.GoOnAsync(request, moment, stop);
            }

            return Outcome.Done;
        }, ct);

    /// <summary>Agrees a later date (UTC).</summary>
    public Task<Outcome> AgreeLaterDateAsync(int number, DateTime due, string reason, Viewer by, CancellationToken ct) =>
        AsManager(number, by, (request, moment, _) =>
        {
            if (request.State.IsOpen() && request.WhyNotLater(due, moment.Now) is { } no)
            {
                return Task.FromResult(no);
            }

            request.AgreeLaterDate(moment, due, reason);
            return Task.FromResult(Outcome.Done);
        }, ct);

    /// <summary>The requester is content with those who said yes.</summary>
    public Task<Outcome> SettleAsync(int number, Viewer by, CancellationToken ct) =>
        AsRequesterOrManager(number, by, (request, moment) => request.SettleForFewer(moment), ct);

    /// <summary>The requester, or the manager for them, withdraws it; what was reserved comes back.</summary>
    public Task<Outcome> CancelAsync(int number, string? reason, Viewer by, CancellationToken ct) =>
        EndAsync(number, by, requesterMay: true, (request, moment) => request.Cancel(moment, reason), ct);

    /// <summary>The program gives it up; what was reserved comes back.</summary>
    public Task<Outcome> GiveUpAsync(int number, string reason, Viewer by, CancellationToken ct) =>
        EndAsync(number, by, requesterMay: false, (request, moment) => request.GiveUp(moment, reason), ct);

    /// <summary>Content was chosen instead.</summary>
    public Task<Outcome> DeflectAsync(int number, string content, Viewer by, CancellationToken ct) =>
        EndAsync(number, by, requesterMay: true, (request, moment) => request.Deflect(moment, content), ct);

    /// <summary>Needed-by passed without a yes; said by the product, unless a yes or a later day came meanwhile.</summary>
    public Task<Outcome> ExpireAsync(int number, CancellationToken ct) =>
        door.OnAsync(number, Viewer.Product, async (request, moment, stop) =>
        {
            if ((await RequestExpiry.DueAsync(db, db.Requests.Where(row => row.Number == number), moment.Now, stop)).Count > 0)
            {
                request.Expire(moment);
            }

            return Outcome.Done;
        }, ct);

    /// <summary>Takes it up again; content that was chosen instead no longer stands beside the deal for it.</summary>
    public Task<Outcome> ReopenAsync(int number, string reason, Viewer by, CancellationToken ct) =>
        AsManager(number, by, async (request, moment, stop) =>
        {
            var content = request.ContentId;
            request.Reopen(moment, reason);
            if (content is { } asset && request.OpportunityId is { } deal)
            {
                await TakeAwayAsync(deal, asset, request, by, stop);
            }

            return Outcome.Done;
        }, ct);

    // What stood there before, or answers another ask of the deal, stays.
    private async Task TakeAwayAsync(Guid deal, Guid asset, ReferenceRequest request, Viewer by, CancellationToken ct)
    {
        var use = await db.OpportunityAssets.SingleOrDefaultAsync(use => use.OpportunityId == deal && use.AssetId == asset, ct);
        var ending = await db.RequestEvents.Where(line => line.RequestId == request.Id && line.Kind == RequestEventKind.Ended)
            .OrderByDescending(line => line.Place).Select(line => line.Id).FirstAsync(ct);
        if (use is not null && await ContentCause.ReadAsync(db, deal, asset, ct) == ending && !await db.Requests.AnyAsync(other => other.Id != request.Id && other.OpportunityId == deal && other.ContentId == asset, ct))
        {
            db.OpportunityAssets.Remove(use);
            history.Record(by, SubjectKind.Opportunity, deal, "content-detached", $"Took away what answered request #{request.Number}: it was reopened");
        }
    }

    private Task<Outcome> EndAsync(int number, Viewer by, bool requesterMay, Action<ReferenceRequest, Moment> end, CancellationToken ct) =>
        door.OnAsync(number, by, (request, moment) =>
        {
            if (requesterMay)
            {
                request.MustBeDrivenBy(by);
            }
            else
            {
                by.MustHave(Right.RunProgram);
            }

            end(request, moment);
        }, ct);

    private Task<Outcome> AsManager(int number, Viewer by, Action<ReferenceRequest, Moment> verb, CancellationToken ct)
    {
        by.MustHave(Right.RunProgram);
        return door.OnAsync(number, by, verb, ct);
    }

    private Task<Outcome> AsManager(int number, Viewer by, Func<ReferenceRequest, Moment, CancellationToken, Task<Outcome>> verb, CancellationToken ct)
    {
        by.MustHave(Right.RunProgram);
        return door.OnAsync(number, by, verb, ct);
    }

    private Task<Outcome> AsRequesterOrManager(int number, Viewer by, Action<ReferenceRequest, Moment> verb, CancellationToken ct) =>
        door.OnAsync(number, by, (request, moment) =>
        {
            request.MustBeDrivenBy(by);
            verb(request, moment);
        }, ct);
}
