using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Reads one request as far as the viewer may see it.</summary>
public sealed class RequestQueries(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars, ActivityTypeQueries types, DealStages stages, PreferredCustomers preferred, ContentAnswers content)
{
    /// <summary>The request of a number; missing when it is not in the viewer's sight. At most 12 queries.</summary>
    public async Task<RequestDetail> DetailAsync(int number, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var request = await LoadAsync(number, viewer, ct);
        var now = clock.UtcNow();
        var type = await types.OneAsync(request.ActivityKey, ct);
        var time = (await calendars.BookAsync(ct)).Of(request.CalendarId);
        var zone = await db.ProgramZoneAsync(ct);
        var sight = new RequestSight(
            viewer, request.State == RequestState.Draft ? request.WriterId : request.RequesterId, await ReleasedAsync(viewer, now, ct), viewer.ActsForOne(request.RequesterId) || await db.RequestWatchers.AnyAsync(watcher => watcher.RequestId == request.Id && watcher.UserId == viewer.UserId, ct));
        var names = await NamesAsync(request, sight, ct);
        var lines = Lines(request, sight, names, new TimelineNames(sight, await ProgramAsync(request, ct)));
        var deal = await DealAsync(request, viewer, ct);
        return new RequestDetail
        {
            Id = request.Id,
            Number = request.Number,
            Version = request.Version,
            Type = type,
            Prospect = request.ProspectName ?? deal?.AccountName ?? deal?.Name ?? "No opportunity yet",
            Need = NeedOf(request),
            Preferred = sight.IsRequester || sight.Follows || sight.SeesAll ? await preferred.NamesAsync(request.Preferred, viewer, ct) : [],
            State = request.State,
            Requester = new Person(request.RequesterId, request.Requester!.Name),
            EnteredBy = request.EnteredById is { } writer ? await db.Users.Where(user => user.Id == writer).Select(user => new Person(user.Id, user.Name)).SingleAsync(ct) : null,
            RequesterTeam = request.Requester.Team?.Name,
            Assignee = request.Assignee is { } manager ? new Person(manager.Id, manager.Name) : null,
            Deal = deal,
            AskMode = request.AskMode,
            Said = request.Candidates.Count(candidate => candidate.State.IsYes()),
            Ball = request.SubmittedAt is null ? null : request.Ball,
            BallMinutes = request.BallSince is { } since && request.State.IsOpen() ? Math.Max(0, time.MinutesBetween(since, now)) : 0,
            Due = DueReading.Of(ClockFacts.Of(request), now, time, zone),
            PromiseKept = request.FirstAcceptedAt is { } yes ? yes <= request.OriginalDueAt : null,
            FirstYesDueAt = request.DueAt,
            SubmittedAt = request.SubmittedAt,
            EndedAt = request.EndedAt,
            EndReason = request.EndReason,
            Content = request.ContentId is { } chosen ? (await content.NamesAsync([chosen], viewer, ct)).GetValueOrDefault(chosen) : null,
            ExceptionReason = request.ExceptionReason,
            HoldQuestion = request.State == RequestState.OnHold ? request.Events.Where(line => line.Kind == RequestEventKind.Held).OrderBy(line => line.Place).LastOrDefault()?.Note : null,
            Candidates = [.. InOrder(request.Candidates.Where(sight.SeesCandidate)).Select(candidate => CandidateViews.Of(candidate, request, type, sight, names, now, time))],
            Timeline = [.. lines.Where(line => line.Kind != RequestEventKind.Commented).Reverse()],
            Comments = [.. lines.Where(line => line.Kind == RequestEventKind.Commented)],
            Time = RequestTimeline.TimeByParty(request, now, time, zone),
            Next = NextAction.Of(request, viewer, now) is { } next ? new NextChoice(next.Step, next.Candidate?.Id) : null,
            IsRequester = sight.IsRequester,
            ActsAsRequester = viewer.ActsForOne(request.RequesterId),
            SeesWhole = sight.SeesAll || sight.IsRequester || sight.Follows,
            Runs = sight.Runs,
            Drives = sight.Drives,
            SeesSecrets = sight.SeesAll,
            MayReopen = sight.Runs && request.State.IsEnd() && request.SubmittedAt is not null && request.EndedAt?.AddDays(ReferenceRequest.ReopenDays) >= now,
        };
    }

    /// <summary>What a request asks for, to be edited by its requester or the program.</summary>
    public static RequestNeed NeedOf(ReferenceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestNeed
        {
            ActivityKey = request.ActivityKey,
            OpportunityId = request.OpportunityId,
            Text = request.Text,
            Criteria = request.Criteria,
            NeededBy = request.NeededBy,
            Wanted = request.Wanted,
            WantToKnow = request.WantToKnow,
            ProspectName = request.ProspectName,
            ProspectContact = request.ProspectContact,
            ProspectEmail = request.ProspectEmail,
            ProspectIndustry = request.ProspectIndustry,
            ProspectRegion = request.ProspectRegion,
            ProspectStaff = request.ProspectStaff,
            Requirements = request.Requirements,
            ContentTried = request.ContentTried,
            Language = request.Language,
            ZoneId = request.ZoneId,
            NdaInPlace = request.NdaInPlace,
            CompetesWithReferences = request.CompetesWithReferences,
            Preferred = [.. request.Preferred],
            Sponsor = request.Sponsor,
            For = request.EnteredById is null ? null : request.RequesterId,
        };
    }

    private async Task<ReferenceRequest> LoadAsync(int number, Viewer viewer, CancellationToken ct) => await db.Requests.AsNoTracking()
        .VisibleTo(viewer, db)
        .Include(row => row.Requester!.Team)
        .Include(row => row.Assignee)
        .Include(row => row.Opportunity)
        .Include(row => row.Events)
        .Include(row => row.Candidates).ThenInclude(candidate => candidate.Customer!.Owner)
        .Include(row => row.Candidates).ThenInclude(candidate => candidate.Contact)
        .AsSplitQuery()
        .SingleOrDefaultAsync(row => row.Number == number, ct) ?? throw new MissingException("request");

    private async Task<ReleasedTo> ReleasedAsync(Viewer viewer, DateTime now, CancellationToken ct)
    {
        if (!viewer.MayBeReleasedTo())
        {
            return ReleasedTo.None;
        }

        var releases = await db.ContactReleases
            .Where(release => release.UserId == viewer.UserId && (release.EndsAt == null || release.EndsAt > now))
            .Select(release => new { release.CustomerId, release.SourceId })
            .ToListAsync(ct);
        return new ReleasedTo(releases.Select(release => release.CustomerId).ToHashSet(), releases.Select(release => release.SourceId).ToHashSet());
    }

    private async Task<DealFact?> DealAsync(ReferenceRequest request, Viewer viewer, CancellationToken ct)
    {
        if (request.Opportunity is not { } deal)
        {
            return null;
        }

        var stage = deal.Outcome == DealOutcome.Open ? (await stages.AllAsync(ct)).NameOf(deal.StageKey) : deal.Outcome.ToString();
        return new DealFact(deal.Id, deal.Name, deal.ExternalId, deal.AccountName, stage, deal.Outcome, deal.ClosesOn, viewer.MaySeeAmountOf(deal.OwnerId) ? deal.AmountMinor : null, deal.Currency,
            await db.Opportunities.VisibleTo(viewer, db).AnyAsync(row => row.Id == deal.Id, ct));
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(ReferenceRequest request, RequestSight sight, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        var hidden = request.Candidates.Where(candidate => !sight.SeesName(candidate)).Select(candidate => candidate.Customer!).ToList();
        var blind = hidden.Count == 0 ? null : await TermBook.ReadAsync(db, ct);
        foreach (var candidate in request.Candidates)
        {
            names[candidate.Id] = sight.SeesName(candidate) ? candidate.Customer!.Name : Blind(candidate.Customer!, blind!);
        }

        return names;
    }

    private static string Blind(Customer customer, TermBook terms) =>
        AnonymousName.Of(terms.RootName(customer.RegionId), terms.Name(customer.IndustryId), customer.Employees);

    private static IEnumerable<Candidate> InOrder(IEnumerable<Candidate> candidates) => candidates
        .OrderByDescending(candidate => candidate.State.IsYes())
        .ThenByDescending(candidate => candidate.State.IsLive())
        .ThenByDescending(candidate => candidate.State.IsAsked())
        .ThenBy(candidate => candidate.LinePlace ?? int.MaxValue)
        .ThenBy(candidate => candidate.ProposedAt)
        .ThenBy(candidate => candidate.Id);

    private async Task<HashSet<Guid>> ProgramAsync(ReferenceRequest request, CancellationToken ct)
    {
        var actors = request.Events.Select(line => line.ActorId).OfType<Guid>().Distinct().ToList();
        var people = await db.Users.Where(user => actors.Contains(user.Id)).Select(user => new { user.Id, user.Roles }).ToListAsync(ct);
        return [.. people.Where(person => person.Roles.Bring(Right.RunProgram)).Select(person => person.Id), request.RequesterId];
    }

    private static List<TimelineLine> Lines(ReferenceRequest request, RequestSight sight, Dictionary<Guid, string> names, TimelineNames actors)
    {
        var lines = new List<TimelineLine>();
        var candidates = request.Candidates.ToDictionary(candidate => candidate.Id);
        var first = request.Events.Where(line => line.Kind == RequestEventKind.Accepted).MinBy(line => line.Place);
        foreach (var line in request.Events.OrderBy(line => line.Place))
        {
            var candidate = line.CandidateId is { } id ? candidates.GetValueOrDefault(id) : null;
            if (candidate is not null && !sight.SeesCandidate(candidate))
            {
                continue;
            }

            lines.Add(Line(line, line == first, candidate, sight, names, actors));
        }

        return lines;
    }

    // Between the ask and its answer: whom the last ask before the reminder went to.
    private static string? ReminderOf(RequestEvent line, Candidate candidate, RequestSight sight) =>
        candidate.CustomerAskedAt <= line.At ? (sight.SeesContact(candidate) ? candidate.Contact?.Name : null)
        : candidate.LegalAskedAt <= line.At ? "legal"
        : candidate.Customer!.Owner?.Name;

    private static TimelineLine Line(RequestEvent line, bool firstYes, Candidate? candidate, RequestSight sight, Dictionary<Guid, string> names, TimelineNames actors)
    {
        // The name of a confidential customer's owner would give the customer away.
        var blind = candidate is not null && !sight.SeesName(candidate);
        var noteShown = !line.NoteIsSecret || (candidate is null ? sight.SeesAll : sight.SeesSecrets(candidate));
        var asked = candidate is null || blind ? null : line.Kind switch
        {
            RequestEventKind.OwnerAsked => candidate.Customer!.Owner?.Name,
            RequestEventKind.Reminded => ReminderOf(line, candidate, sight),
            RequestEventKind.CustomerAsked when sight.SeesContact(candidate) => candidate.Contact?.Name,
            _ => null,
        };
        return new TimelineLine(
            line.Place, line.At, actors.Of(line, candidate), line.Kind,
            candidate is null ? null : names[candidate.Id], asked, noteShown ? line.Note : null, !noteShown && line.Note is not null,
            line.Source, line.HeldBy, line.Minutes, line.Ball, firstYes);
    }
}
