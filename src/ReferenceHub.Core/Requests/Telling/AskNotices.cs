using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Requests;

/// <summary>Tells the people of a request how its asks stand: whoever runs it, whoever asked, whoever holds the ball. Part of the transaction at hand.</summary>
public sealed class AskNotices(ReferenceHubDbContext db, Notices notices)
{
    /// <summary>Somebody said yes: the requester and whoever runs it learn who, watchers that somebody did.</summary>
    public async Task AcceptedAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct)
    {
        var about = await db.AboutAsync(request, ct);
        var confirmed = request.State == RequestState.Confirmed;
        var (kind, what) = confirmed ? (MessageKinds.RequestConfirmed, "confirmed") : (MessageKinds.CandidateAccepted, "a reference said yes");
        var said = $"{candidate.Customer!.Name} accepted{(candidate.Contact is { } contact ? $": {contact.Name}" : "")}.";
        await TellAsync([request.RequesterId], kind, $"{about}: {what}", said, request, moment, ct);
        await TellAsync(await db.WhoRunsAsync(request, ct), MessageKinds.CandidateAccepted, $"{about}: {candidate.Customer.Name} accepted", null, request, moment, ct);
        await TellAsync(await WatchersAsync(request, ct), kind, $"{about}: {what}", null, request, moment, ct);
    }

    /// <summary>Somebody said no: whoever runs it learns who, and how it goes on.</summary>
    public async Task DeclinedAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct)
    {
        var why = candidate.DeclineKind is { } kind ? $" ({kind.InWords()})" : "";
        await TellAsync(
            await db.WhoRunsAsync(request, ct), MessageKinds.CandidateDeclined, $"{await db.AboutAsync(request, ct)}: {candidate.Customer!.Name} declined{why}", Next(request), request, moment, ct);
    }

    /// <summary>A yes was lost: taken back, or the use did not take place. Only whoever runs it learns who; what the requester was told of them ended with it.</summary>
    public async Task LostAsync(ReferenceRequest request, Candidate candidate, IReadOnlyCollection<Guid> told, Moment moment, CancellationToken ct)
    {
        var about = await db.AboutAsync(request, ct);
        var noShow = candidate.State == CandidateState.NoShow;
        var runners = (await db.WhoRunsAsync(request, ct)).Except(told).ToList();
        await TellAsync(runners, MessageKinds.CandidateDeclined, $"{about}: {(noShow ? $"the use of {candidate.Customer!.Name} did not take place" : $"{candidate.Customer!.Name} is no longer there for it")}", Next(request), request, moment, ct);
        var others = (await WatchersAsync(request, ct)).Append(request.RequesterId).Except(runners).Except(told).ToList();
        await TellAsync(others, MessageKinds.CandidateDeclined, $"{about}: {(noShow ? "a use did not take place" : "a reference that had said yes is no longer there for it")}", null, request, moment, ct);
    }

    /// <summary>Nobody answered, and the candidate was let go.</summary>
    public async Task SilentAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct) => await TellAsync(
        await db.WhoRunsAsync(request, ct), MessageKinds.CandidateSilent, $"{await db.AboutAsync(request, ct)}: no answer for {candidate.Customer!.Name}", Next(request), request, moment, ct);

    /// <summary>An owner is reminded of an ask: a line in the inbox of theirs, and of whoever stands in; the letter with the link goes its own way.</summary>
    public async Task RemindedAsync(ReferenceRequest request, Candidate candidate, int percent, Moment moment, CancellationToken ct)
    {
        if (candidate.State == CandidateState.OwnerAsked && candidate.Customer!.OwnerId is { } owner)
        {
            var words = percent >= AskWindow.Over ? "The time to answer has passed; an answer still counts." : string.Create(CultureInfo.InvariantCulture, $"{percent} % of the time to answer has passed.");
            await TellAsync([owner], MessageKinds.OwnerReminder, $"{await db.AboutAsync(request, ct)}: {candidate.Customer.Name} waits for your answer", words, request, moment, ct);
        }
    }

    /// <summary>Owner or legal have not answered in their time: the program may ask on.</summary>
    public async Task OverdueAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct)
    {
        var party = candidate.State.Awaits() == Party.Legal ? "legal has" : "the owner has";
        await TellAsync(
            await db.WhoRunsAsync(request, ct), MessageKinds.CandidateSilent, $"{await db.AboutAsync(request, ct)}: {party} not answered for {candidate.Customer!.Name}",
            "Their time to answer has passed; they were reminded. Speak to them, enter the answer, or note that there is none: then the next in line is asked.", request, moment, ct);
    }

    /// <summary>The promise is at risk: to whoever holds the ball; while legal or the customer do, to whoever runs the request.</summary>
    public async Task AtRiskAsync(ReferenceRequest request, Moment moment, CancellationToken ct)
    {
        var owners = request.Ball == Party.Owner
            ? request.Candidates.Where(candidate => candidate.State == CandidateState.OwnerAsked).Select(candidate => candidate.Customer!.OwnerId).OfType<Guid>().Distinct().ToList()
            : [];
        await TellAsync(
            owners.Count > 0 ? owners : await db.WhoRunsAsync(request, ct), MessageKinds.RequestAtRisk, $"{await db.AboutAsync(request, ct)}: at risk",
            owners.Count > 0 ? "Most of the promised time has passed, and the request waits for your answer." : "80 % of the time to the first yes is used.", request, moment, ct);
    }

    /// <summary>The promise is broken: to whoever runs the request.</summary>
    public async Task BreachedAsync(ReferenceRequest request, Moment moment, CancellationToken ct) => await TellAsync(
        await db.WhoRunsAsync(request, ct), MessageKinds.RequestBreached, $"{await db.AboutAsync(request, ct)}: the first yes is late",
        request.Ball is { } ball ? $"It waits for {(ball == Party.Program ? "the program" : $"the {ball.ToString().ToLowerInvariant()}")}." : null, request, moment, ct);

    private static string Next(ReferenceRequest request)
    {
        var asked = request.Candidates.Where(candidate => candidate.State.IsAsked()).Select(candidate => candidate.Customer!.Name).ToList();
        return asked.Count > 0 ? $"Asked now: {string.Join(", ", asked)}."
            : request.Line.Count > 0 ? $"Next in line: {request.Line[0].Customer!.Name}."
            : request.State.IsOpen() && request.State != RequestState.Confirmed ? "Nobody is left in line. Propose another reference."
            : "";
    }

    private async Task<IReadOnlyCollection<Guid>> WatchersAsync(ReferenceRequest request, CancellationToken ct) => await db.RequestWatchers
        .Where(watcher => watcher.RequestId == request.Id && watcher.UserId != request.RequesterId && watcher.UserId != request.AssigneeId)
        .Select(watcher => watcher.UserId).ToListAsync(ct);

    private async Task TellAsync(IReadOnlyCollection<Guid> people, string kind, string title, string? text, ReferenceRequest request, Moment moment, CancellationToken ct)
    {
        if (people.Count > 0)
        {
            await notices.TellAsync(people, kind, title, string.IsNullOrEmpty(text) ? null : text, $"/requests/{request.Number}", moment.By.ActorId, ct);
        }
    }
}
