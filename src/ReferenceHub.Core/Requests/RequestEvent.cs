using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>What happened to a request.</summary>
public enum RequestEventKind
{
    /// <summary>Sent.</summary>
    Submitted,

    /// <summary>Taken, or handed to a program manager.</summary>
    Assigned,

    /// <summary>The need was changed.</summary>
    Edited,

    /// <summary>Put on hold.</summary>
    Held,

    /// <summary>Taken up again.</summary>
    Resumed,

    /// <summary>A later date was agreed.</summary>
    LaterDateAgreed,

    /// <summary>A candidate was proposed.</summary>
    Proposed,

    /// <summary>The owner was asked.</summary>
    OwnerAsked,

    /// <summary>The owner agreed.</summary>
    OwnerAgreed,

    /// <summary>Legal was asked.</summary>
    LegalAsked,

    /// <summary>Legal agreed.</summary>
    LegalAgreed,

    /// <summary>The customer was asked.</summary>
    CustomerAsked,

    /// <summary>A candidate said yes.</summary>
    Accepted,

    /// <summary>A date was set.</summary>
    Scheduled,

    /// <summary>A candidate's use was held.</summary>
    Completed,

    /// <summary>Somebody said no.</summary>
    Declined,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>A candidate was taken back.</summary>
    Withdrawn,

    /// <summary>The use did not take place.</summary>
    NoShow,

    /// <summary>The requester is content with fewer.</summary>
    Settled,

    /// <summary>The request ended.</summary>
    Ended,

    /// <summary>Taken up again after its end.</summary>
    Reopened,

    /// <summary>Somebody wrote a comment.</summary>
    Commented,

    /// <summary>Another contact of a candidate was chosen.</summary>
    ContactChosen,

    /// <summary>Times were offered for a use.</summary>
    TimesOffered,

    /// <summary>The customer proposed other times.</summary>
    TimesProposed,

    /// <summary>Somebody was reminded to answer.</summary>
    Reminded,

    /// <summary>The program was told that the promise is at risk, or broken.</summary>
    Escalated,

    /// <summary>One side said how it went.</summary>
    Surveyed,

    /// <summary>The contact was thanked.</summary>
    Thanked,

    /// <summary>Another request was merged into this one, or this one into another.</summary>
    Merged,

    /// <summary>A file was added.</summary>
    FileAdded,

    /// <summary>The next in line could not be asked and was passed over.</summary>
    PassedOver,

    /// <summary>How candidates are asked was changed: one after another, or several at once.</summary>
    AskModeChanged,

    /// <summary>Somebody else asks from now on; the note is their name.</summary>
    RequesterChanged,

    /// <summary>Its deal was merged into another, which the note names.</summary>
    DealMerged,

    /// <summary>A colleague, whom the note names, was let follow it.</summary>
    FollowerAdded,

    /// <summary>A file was taken off.</summary>
    FileRemoved,

    /// <summary>The prospect's invitation was sent to an address.</summary>
    ProspectInvited,

    /// <summary>A use without an agreed time was planned for another day; the note says from which to which.</summary>
    DayMoved,
}

/// <summary>One line of a request's timeline. Append-only; the minutes since the line before belong to the party that held the ball.</summary>
public sealed class RequestEvent
{
    private RequestEvent()
    {
    }

    internal RequestEvent(Guid id, Guid requestId, int place, DateTime at, Guid? actorId, string actorName, RequestEventKind kind)
    {
        Id = id;
        RequestId = requestId;
        Place = place;
        At = at;
        ActorId = actorId;
        ActorName = actorName;
        Kind = kind;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose timeline.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Place in the timeline, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who, when it was a person.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Who, as named then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>What.</summary>
    public RequestEventKind Kind { get; private set; }

    /// <summary>State of the request afterwards.</summary>
    public RequestState State { get; internal set; }

    /// <summary>The candidate concerned.</summary>
    public Guid? CandidateId { get; internal set; }

    /// <summary>Words that go with it.</summary>
    public string? Note { get; internal set; }

    /// <summary>Whether the note is hidden from the requester.</summary>
    public bool NoteIsSecret { get; internal set; }

    /// <summary>How an answer entered by somebody else came in: "by phone".</summary>
    public string? Source { get; internal set; }

    /// <summary>Who held the ball until now.</summary>
    public Party? HeldBy { get; internal set; }

    /// <summary>Business minutes since the line before, owned by <see cref="HeldBy"/>.</summary>
    public int Minutes { get; internal set; }

    /// <summary>Who holds the ball from now on.</summary>
    public Party? Ball { get; internal set; }
}
