using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>A use as contact or prospect see it behind a link.</summary>
public sealed record LinkedUse
{
    /// <summary>The link.</summary>
    public required Guid LinkId { get; init; }

    /// <summary>What the link is for.</summary>
    public required LinkPurpose Purpose { get; init; }

    /// <summary>Whether the link works now.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>When it runs out, or ran out (UTC).</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Number of the request; not for those outside.</summary>
    public required int Number { get; init; }

    /// <summary>The candidate.</summary>
    public required Guid CandidateId { get; init; }

    /// <summary>Where it stands.</summary>
    public required CandidateState State { get; init; }

    /// <summary>Whether times can be agreed now: the contact said yes, and the request is worked on.</summary>
    public required bool MayAgree { get; init; }

    /// <summary>What it is.</summary>
    public required ActivityType Activity { get; init; }

    /// <summary>Who takes part, and what each side may know.</summary>
    public required UseParties Parties { get; init; }

    /// <summary>What the prospect wants to know, a line each.</summary>
    public IReadOnlyList<string> WantToKnow { get; init; } = [];

    /// <summary>When it takes place (UTC).</summary>
    public DateTime? ScheduledFor { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>Times that can be chosen and lie ahead, earliest first.</summary>
    public IReadOnlyList<OfferedTime> Times { get; init; } = [];

    /// <summary>The contact has answered the two questions.</summary>
    public bool Answered { get; init; }

    /// <summary>Whom the link is for.</summary>
    public string Holder => Purpose == LinkPurpose.ProspectInvitation ? Parties.ProspectName : Parties.Contact ?? "";

    /// <summary>Zone in which times are shown (IANA).</summary>
    public string ZoneId => Purpose == LinkPurpose.ProspectInvitation ? Parties.ProspectZone : Parties.ContactZone;

    /// <summary>Language of the holder.</summary>
    public string Language => Purpose == LinkPurpose.ProspectInvitation ? Parties.ProspectLanguage : Parties.ContactLanguage;

    /// <summary>Whoever the link was given to, with no rights beyond this one use.</summary>
    public Viewer Viewer => Viewer.Behind(Holder, new LinkGrant(LinkId, CandidateId));
}

/// <summary>Finds the use behind a link. Looking changes nothing.</summary>
public sealed class LinkedUses(ReferenceHubDbContext db, TimeProvider clock, SignedLinks links, UsePartyFinder finder, UseCalendars calendars)
{
    private static readonly LinkPurpose[] Purposes = [LinkPurpose.CustomerAnswer, LinkPurpose.Survey, LinkPurpose.ProspectInvitation];

    /// <summary>The use of a token for one of these purposes; null when it is none, or was given to a contact who has nothing to do with it any more.</summary>
    public async Task<LinkedUse?> FindAsync(string? token, CancellationToken ct, params LinkPurpose[] purposes)
    {
        var (use, _, _) = await ReadAsync(token, purposes.Length == 0 ? Purposes : purposes, ct);
        return use;
    }

    /// <summary>The calendar entry of contact or prospect; null when there is no date.</summary>
    public async Task<string?> CalendarAsync(string? token, CancellationToken ct)
    {
        var (use, request, candidate) = await ReadAsync(token, [LinkPurpose.CustomerAnswer, LinkPurpose.ProspectInvitation], ct);
        return use is { IsOpen: true, ScheduledFor: not null, State: CandidateState.Scheduled }
            ? await calendars.WriteAsync(request!, candidate!, use.Purpose == LinkPurpose.ProspectInvitation ? UseRole.Prospect : UseRole.Contact, ct)
            : null;
    }

    private async Task<(LinkedUse? Use, ReferenceRequest? Request, Candidate? Candidate)> ReadAsync(string? token, LinkPurpose[] purposes, CancellationToken ct)
    {
        if (await links.FindAsync(token, ct) is not { } link || !purposes.Contains(link.Purpose)
            || await db.Candidates.AsNoTracking().Include(row => row.Slots).Include(row => row.Contact).SingleOrDefaultAsync(row => row.Id == link.SubjectId, ct) is not { } candidate
            || (link.Purpose != LinkPurpose.ProspectInvitation && (candidate.ContactId != link.HolderId || candidate.Contact is not { LeftAt: null })))
        {
            return default;
        }

        var request = await db.Requests.AsNoTracking().SingleAsync(row => row.Id == candidate.RequestId, ct);
        var now = clock.UtcNow();
        return (new LinkedUse
        {
            LinkId = link.Id,
            Purpose = link.Purpose,
            IsOpen = link.IsOpen(now),
            ExpiresAt = link.ExpiresAt,
            Number = request.Number,
            CandidateId = candidate.Id,
            State = candidate.State,
            MayAgree = candidate.State.IsAhead() && request.State.IsWorkedOn(),
            Activity = await db.ActivityTypes.AsNoTracking().SingleAsync(type => type.Key == request.ActivityKey, ct),
            Parties = await finder.OfAsync(request, candidate, ct),
            WantToKnow = [.. (request.WantToKnow ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            ScheduledFor = candidate.ScheduledFor,
            Place = candidate.Place,
            Times = [.. candidate.OpenTimes().Where(slot => slot.StartsAt > now).Select(slot => new OfferedTime(slot.Id, slot.StartsAt, slot.OfferedBy))],
            Answered = link.Purpose == LinkPurpose.Survey && await db.SurveyAnswers.AnyAsync(answer => answer.CandidateId == candidate.Id && answer.Side == Party.Customer, ct),
        }, request, candidate);
    }
}
