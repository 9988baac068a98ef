using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Today;

/// <summary>Gathers what needs a person now, most pressing kind first.</summary>
public sealed class HomeNeeds(ReferenceHubDbContext db, TimeProvider clock, QueueQueries queue, MyRequests mine, ProposalQueries proposals, SourceDoor door)
{
    private const int MostOfAKind = 5;

    /// <summary>Everything, at most five of a kind.</summary>
    public async Task<IReadOnlyList<HomeNeed>> AllAsync(Viewer viewer, IReadOnlyList<RequestRow> own, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        return
        [
            .. own.Where(row => row.State == RequestState.OnHold).Take(MostOfAKind)
                .Select(row => new HomeNeed(NeedKind.Question, $"Answer the question on {row.Prospect}", $"{row.ActivityName} #{row.Number} waits for you", At(row.Number), row.Due)),
            .. await ApprovalsAsync(viewer, ct),
            .. await QueueAsync(viewer, ct),
            .. await OutcomesAsync(viewer, now, ct),
            .. await FollowUpsAsync(viewer, today, ct),
            .. await VerificationsAsync(viewer, today, ct),
            .. await ProposalsAsync(viewer, ct),
            .. await NominationsAsync(viewer, ct),
            .. await DraftsAsync(viewer, ct),
            .. await ContentAsync(viewer, today, ct),
            .. await MailAsync(viewer, ct),
        ];
    }

    private async Task<IEnumerable<HomeNeed>> ApprovalsAsync(Viewer viewer, CancellationToken ct)
    {
        var asks = (await mine.PageAsync(MyTab.Asks, null, viewer, ct)).Asks;
        return asks.Where(ask => ask.State == CandidateState.OwnerAsked).Take(MostOfAKind).Select(ask => new HomeNeed(
            NeedKind.Approval, $"May {ask.Customer} be asked?", $"{ask.ActivityName} for {ask.Prospect}, asked by {ask.Requester}", At(ask.Number), ask.Reply));
    }

    private async Task<IEnumerable<HomeNeed>> QueueAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.Can(Right.RunProgram))
        {
            return [];
        }

        var open = (await queue.PageAsync(new QueueFilter { View = QueueView.Open, OpenTo = viewer.UserId }, viewer, ct)).Rows;
        return open.Where(row => row.Due is { IsTrouble: true }).Take(MostOfAKind)
            .Select(row => new HomeNeed(NeedKind.Trouble, row.Prospect, $"{row.ActivityName} #{row.Number}, {row.State.InWords()}", At(row.Number), row.Due))
            .Concat(open.Where(row => row.AssigneeId is null && row.Due is not { IsTrouble: true }).Take(MostOfAKind)
                .Select(row => new HomeNeed(NeedKind.Unassigned, $"Take {row.Prospect}", $"{row.ActivityName} #{row.Number}, asked by {row.Requester}", At(row.Number), row.Due)));
    }

    private async Task<IEnumerable<HomeNeed>> OutcomesAsync(Viewer viewer, DateTime now, CancellationToken ct)
    {
        var me = viewer.UserId;
        var named = db.Customers.NamedFor(viewer, db, now);
        var past = await db.Candidates.AsNoTracking()
            .Where(candidate => candidate.State == CandidateState.Scheduled && candidate.ScheduledFor < now)
            .Join(
                db.Requests.Where(request => request.RequesterId == me || request.AssigneeId == me),
                candidate => candidate.RequestId,
                request => request.Id,
                (candidate, request) => new { request.Number, Customer = candidate.Customer!.Name, IsNamed = named.Any(customer => customer.Id == candidate.CustomerId), candidate.ScheduledFor })
            .OrderBy(row => row.ScheduledFor).Take(MostOfAKind).ToListAsync(ct);
        return past.Select(row => new HomeNeed(NeedKind.Outcome, row.IsNamed ? $"Was the use of {row.Customer} held?" : "Was the use of a confidential customer held?", $"Request #{row.Number}: say how long it took, or that it did not happen", At(row.Number)));
    }

    private async Task<IEnumerable<HomeNeed>> FollowUpsAsync(Viewer viewer, DateOnly today, CancellationToken ct)
    {
        var due = await db.FollowUps.AsNoTracking()
            .Where(todo => todo.AssigneeId == viewer.UserId && todo.DoneAt == null && todo.DueOn <= today)
            .OrderBy(todo => todo.DueOn).ThenBy(todo => todo.CreatedAt).Take(MostOfAKind)
            .ToListAsync(ct);
        var sources = await door.NamesAsync(due, viewer, ct);
        return due.Select(todo => sources.GetValueOrDefault(todo.SourceId) is { } source
            ? new HomeNeed(NeedKind.FollowUp, todo.Text, $"Follow-up on {source.Name}", source.Path, DueOn: todo.DueOn)
            : new HomeNeed(NeedKind.FollowUp, todo.Text, "Follow-up", "/today", DueOn: todo.DueOn));
    }

    private async Task<IEnumerable<HomeNeed>> VerificationsAsync(Viewer viewer, DateOnly today, CancellationToken ct)
    {
        var overdue = await VerificationQueries.InView(VerificationQueries.Kept(db.Customers.AsNoTracking()), VerificationView.Overdue, today)
            .Where(customer => customer.OwnerId == viewer.UserId)
            .OrderBy(customer => customer.VerifyBy).Take(MostOfAKind)
            .Select(customer => new { customer.Id, customer.Name, customer.VerifyBy }).ToListAsync(ct);
        return overdue.Select(row => new HomeNeed(NeedKind.Verification, $"Is the record of {row.Name} still true?", "Confirm it, or put it right", $"/references/{row.Id}", DueOn: row.VerifyBy));
    }

    private async Task<IEnumerable<HomeNeed>> ProposalsAsync(Viewer viewer, CancellationToken ct) =>
        (await proposals.NeedsAsync(viewer, MostOfAKind, ct)).Select(line => new HomeNeed(
            NeedKind.Proposal, $"{line.Proposer} proposes a change of {line.Customer}", string.Join(", ", line.Fields), $"/references/proposals/{line.Id}"));

    private async Task<IEnumerable<HomeNeed>> NominationsAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.Can(Right.DecideNominations))
        {
            return [];
        }

        var waiting = await db.Nominations.AsNoTracking().Where(nomination => nomination.State == NominationState.Waiting)
            .OrderBy(nomination => nomination.CreatedAt).Select(nomination => nomination.CompanyName).Take(MostOfAKind + 1).ToListAsync(ct);
        var count = waiting.Count > MostOfAKind ? "Several" : waiting.Count.ToString(CultureInfo.InvariantCulture);
        return waiting.Count == 0 ? [] :
        [
            new HomeNeed(
                NeedKind.Nomination, waiting.Count == 1 ? $"Decide on {waiting[0]}" : $"{count} nominations wait", waiting.Count == 1 ? "A colleague nominated them as a reference" : $"The first is {waiting[0]}",
                "/references/nominations"),
        ];
    }

    private async Task<IEnumerable<HomeNeed>> DraftsAsync(Viewer viewer, CancellationToken ct)
    {
        var drafts = await db.Requests.AsNoTracking()
            .OwnOf(viewer.UserId).Where(request => request.State == RequestState.Draft)
            .OrderByDescending(request => request.Number).Take(MostOfAKind)
            .Select(request => new
            {
                request.Number,
                Prospect = request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name,
                Activity = db.ActivityTypes.Where(type => type.Key == request.ActivityKey).Select(type => type.Name).First(),
                Text = request.Text ?? request.WantToKnow ?? request.Requirements,
            }).ToListAsync(ct);
        return drafts.Select(row => new HomeNeed(
            NeedKind.Draft, $"Finish the draft for {row.Prospect ?? "a prospect"}",
            string.Join(": ", new[] { $"{row.Activity} #{row.Number} was not sent yet", RequestRows.Short(row.Text) }.Where(part => !string.IsNullOrEmpty(part))), $"/requests/{row.Number.ToString(CultureInfo.InvariantCulture)}/edit"));
    }

    private async Task<IEnumerable<HomeNeed>> ContentAsync(Viewer viewer, DateOnly today, CancellationToken ct)
    {
        if (!viewer.Roles.HasFlag(Roles.Marketing))
        {
            return [];
        }

        var soon = today.AddDays(Asset.EndsSoonDays);
        var ending = await db.Assets.AsNoTracking()
            .Where(asset => asset.State == AssetState.Published && asset.ExpiresOn >= today && asset.ExpiresOn <= soon)
            .Where(asset => db.Customers.Present().Any(customer => customer.Id == asset.CustomerId))
            .OrderBy(asset => asset.ExpiresOn).Take(MostOfAKind)
            .Select(asset => new { asset.Id, asset.Title, asset.ExpiresOn }).ToListAsync(ct);
        return ending.Select(row => new HomeNeed(NeedKind.Content, row.Title, "Content that ends soon: renew it or let it go", $"/content/{row.Id}", DueOn: row.ExpiresOn));
    }

    private async Task<IEnumerable<HomeNeed>> MailAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.Can(Right.ManagePeople))
        {
            return [];
        }

        var dead = await db.OutboxMessages.CountAsync(message => message.State == OutboxState.Dead, ct);
        return dead == 0 ? [] : [new HomeNeed(NeedKind.Mail, dead == 1 ? "A mail could not be sent" : $"{dead.ToString(CultureInfo.InvariantCulture)} mails could not be sent", "Look at why, and send again", "/admin/messages/outbox?state=Dead")];
    }

    private static string At(int number) => $"/requests/{number.ToString(CultureInfo.InvariantCulture)}";
}
