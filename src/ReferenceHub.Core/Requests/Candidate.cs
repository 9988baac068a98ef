using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>One customer, and contact, considered for a request. Changed through its request only.</summary>
public sealed partial class Candidate : IVersioned
{
    /// <summary>Longest place of a use: a room, a number to dial, the address of a call; in characters.</summary>
    public const int PlaceLength = 300;

    private readonly List<TimeSlot> slots = [];

    private Candidate()
    {
    }

    internal Candidate(Guid id, Guid requestId, Guid customerId, Guid? contactId, DateTime now)
    {
        Id = id;
        RequestId = requestId;
        CustomerId = customerId;
        ContactId = contactId;
        ProposedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Which customer.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>Which customer.</summary>
    public Customer? Customer { get; private set; }

    /// <summary>Which person there.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>Which person there.</summary>
    public Contact? Contact { get; private set; }

    /// <summary>Where it stands.</summary>
    public CandidateState State { get; private set; }

    /// <summary>The reservation in the usage ledger, once asked.</summary>
    public Guid? UseId { get; private set; }

    /// <summary>When proposed (UTC).</summary>
    public DateTime ProposedAt { get; private set; }

    /// <summary>When the owner was asked (UTC).</summary>
    public DateTime? OwnerAskedAt { get; private set; }

    /// <summary>When legal was asked (UTC).</summary>
    public DateTime? LegalAskedAt { get; private set; }

    /// <summary>When the customer was asked (UTC).</summary>
    public DateTime? CustomerAskedAt { get; private set; }

    /// <summary>When the present ask was made (UTC).</summary>
    public DateTime? AskedAt { get; private set; }

    /// <summary>By when the present ask should be answered (UTC).</summary>
    public DateTime? ReplyDueAt { get; private set; }

    /// <summary>When the last party said yes (UTC).</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>When the use takes place (UTC).</summary>
    public DateTime? ScheduledFor { get; private set; }

    /// <summary>When it was over: held, declined or fallen away (UTC).</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Who said no.</summary>
    public Party? DeclinedBy { get; private set; }

    /// <summary>Why; not for the requester.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>Why, by kind; the words are in <see cref="DeclineReason"/>.</summary>
    public DeclineKind? DeclineKind { get; private set; }

    /// <summary>Place in the line of candidates that are asked one after another, from 1; none when it is not in the line.</summary>
    public int? LinePlace { get; private set; }

    /// <summary>Share of the reply window, in percent, at which the present ask's last reminder went out; 0 before the first.</summary>
    public int RemindedAt { get; private set; }

    /// <summary>Where the use takes place: a room, a number, the address of a call.</summary>
    public string? Place { get; private set; }

    /// <summary>How often the calendar entry of the use was changed; SEQUENCE of its invitation.</summary>
    public int CalendarSequence { get; private set; }

    /// <summary>When both sides were reminded of the use (UTC).</summary>
    public DateTime? UseRemindedAt { get; private set; }

    /// <summary>When somebody was asked whether it was held (UTC).</summary>
    public DateTime? HeldAskedAt { get; private set; }

    /// <summary>Times offered for it.</summary>
    public IReadOnlyList<TimeSlot> Slots => slots;

    /// <summary>Minutes it really took.</summary>
    public int? ActualMinutes { get; private set; }

    /// <summary>Who stood behind an override of a limit.</summary>
    public string? OverrideSponsor { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Whether the use was asked for over a limit.</summary>
    public bool Overridden => OverrideSponsor is not null;

    /// <summary>Marks for ever that a limit was overridden.</summary>
    public void MarkOverride(string sponsor) => OverrideSponsor = Guard.Required(sponsor, ReferenceRequest.NameLength, "Sponsor");

    /// <summary>Whether another person there can still be chosen: nobody at the customer was asked yet.</summary>
    public bool MayChangeContact => State is CandidateState.Proposed or CandidateState.OwnerAsked or CandidateState.LegalAsked;

    internal void ChooseContact(Guid contactId)
    {
        if (!MayChangeContact)
        {
            throw new IllegalMoveException($"This candidate is {State.InWords()}; the contact can't be changed any more.");
        }

        ContactId = contactId;
    }

    /// <summary>Is about another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId, Guid? contactId) => (CustomerId, ContactId) = (customerId, contactId);

    internal void BeAsked(CandidateState state, Guid useId, DateTime now, DateTime replyDue)
    {
        Become(state);
        UseId = useId;
        AskedAt = now;
        ReplyDueAt = replyDue;
        RemindedAt = 0;
        switch (state)
        {
            case CandidateState.OwnerAsked:
                OwnerAskedAt = now;
                break;
            case CandidateState.LegalAsked:
                LegalAskedAt = now;
                break;
            default:
                CustomerAskedAt = now;
                break;
        }
    }

    internal void Accept(Guid useId, DateTime now)
    {
        Become(CandidateState.Accepted);
        UseId = useId;
        AcceptedAt = now;
        ReplyDueAt = null;
    }

    internal void Complete(int? actualMinutes, DateTime now)
    {
        if (ScheduledFor > now)
        {
            throw new IllegalMoveException("This use lies ahead; it can be completed once it was held.");
        }

        Become(CandidateState.Completed);
        ActualMinutes = actualMinutes is { } minutes ? Guard.Between(minutes, 0, ActivityType.MostMinutes, "Minutes") : null;
        EndedAt = now;
    }

    internal void FallAway(CandidateState state, DateTime now, Party? by = null, string? reason = null, DeclineKind? kind = null)
    {
        if (state == CandidateState.NoShow && ScheduledFor > now)
        {
            throw new IllegalMoveException("This use lies ahead; whether it took place can be said afterwards. Take the candidate back, or enter the customer's no.");
        }

        Become(state);
        EndedAt = now;
        ReplyDueAt = null;
        DeclinedBy = by;
        DeclineKind = kind;
        DeclineReason = Guard.Optional(reason, ReferenceRequest.ReasonLength, "Reason");
    }

    // Who stands in line was not asked yet.
    internal void Stand(int? place)
    {
        if (State != CandidateState.Proposed)
        {
            throw new IllegalMoveException($"This candidate is {State.InWords()}; only those who were not asked yet stand in line.");
        }

        LinePlace = place;
    }

    internal void NoteReminder(int percent) => RemindedAt = percent;

    internal void PutOffReply(DateTime due) => ReplyDueAt = due;

    internal void LeaveOpen() => ReplyDueAt = null;

    private void Become(CandidateState next)
    {
        CandidateStates.Check(State, next);
        State = next;
        if (next != CandidateState.Proposed)
        {
            LinePlace = null;
        }
    }
}
