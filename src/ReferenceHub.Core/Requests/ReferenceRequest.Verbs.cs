using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Replaces what is needed, while it is a draft or still being looked at.</summary>
    public void Describe(RequestNeed need)
    {
        ArgumentNullException.ThrowIfNull(need);
        if (State.IsEnd())
        {
            throw new IllegalMoveException($"This request is {State.InWords()}; what it asks for can't be changed any more.");
        }

        if (State == RequestState.Draft)
        {
            var writer = WriterId;
            RequesterId = need.For ?? writer;
            EnteredById = RequesterId == writer ? null : writer;
        }

        ActivityKey = Guard.Required(need.ActivityKey, EnumLength, "Activity type");
        OpportunityId = need.OpportunityId;
        Text = Guard.Optional(need.Text, TextLength, "Need");
        Criteria = Guard.Optional(need.Criteria, CriteriaLength, "Criteria");
        NeededBy = need.NeededBy;
        Wanted = Guard.Between(need.Wanted, 1, MostWanted, "References wanted");
        WantToKnow = Guard.Optional(need.WantToKnow, TextLength, "What they want to know");
        ProspectName = Guard.Optional(need.ProspectName, NameLength, "Prospect");
        ProspectContact = Guard.Optional(need.ProspectContact, NameLength, "Prospect's contact");
        ProspectEmail = Guard.Optional(need.ProspectEmail, Messaging.OutboxMessage.AddressLength, "Prospect's e-mail");
        ProspectIndustry = Guard.Optional(need.ProspectIndustry, Term.KeyLength, "Prospect's industry");
        ProspectRegion = Guard.Optional(need.ProspectRegion, Term.KeyLength, "Prospect's region");
        ProspectStaff = need.ProspectStaff is { } staff ? Guard.Between(staff, 0, 10_000_000, "Prospect's staff") : null;
        Requirements = Guard.Optional(need.Requirements, RequirementsLength, "Requirements");
        ContentTried = Guard.Optional(need.ContentTried, ReasonLength, "Content tried");
        Language = Guard.Optional(need.Language, 10, "Language");
        ZoneId = Guard.Optional(need.ZoneId, 60, "Time zone");
        NdaInPlace = need.NdaInPlace;
        CompetesWithReferences = need.CompetesWithReferences;
        Preferred = [.. need.Preferred.Distinct().Take(MostPreferred)];
        Sponsor = Guard.Optional(need.Sponsor, NameLength, "Sponsor");
        WordsKey = WordsOf(ProspectName, Text, WantToKnow, ProspectContact, Requirements);
    }

    /// <summary>Replaces the criteria after it was sent; on the timeline.</summary>
    public void Correct(Moment moment, RequestNeed need)
    {
        ArgumentNullException.ThrowIfNull(need);
        if (State == RequestState.Draft)
        {
            throw new IllegalMoveException("This is a draft; it is edited, not corrected.");
        }

        if (need.ActivityKey != ActivityKey)
        {
            throw new IllegalMoveException("The kind of activity is fixed once a request is sent. Cancel it and send a new one.");
        }

        MustBeComplete(need);

        Describe(need);
        Record(moment, RequestEventKind.Edited);
        Settle(moment);
    }

    /// <summary>Sends it: the clock starts.</summary>
    public void Submit(Moment moment, Promise promise)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(promise);
        MustBeComplete(Said());
        Become(RequestState.Submitted);
        StartClock(moment, promise);
        Record(moment, RequestEventKind.Submitted);
    }

    /// <summary>Sent and answered in one: a piece of the library was chosen while it was written. By when it is needed no longer matters.</summary>
    public void SubmitAnswered(Moment moment, Promise promise, string content, Guid contentId)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(promise);
        MustBeComplete(Said(), asksPeople: false);
        Become(RequestState.Submitted);
        StartClock(moment, promise);
        Record(moment, RequestEventKind.Submitted);
        Deflect(moment, content, contentId);
    }

    /// <summary>A program manager takes it, or is given it.</summary>
    public void Assign(Moment moment, Guid managerId, string managerName)
    {
        if (!State.IsOpen())
        {
            throw new IllegalMoveException($"This request is {State.InWords()}; there is nothing to assign.");
        }

        AssigneeId = managerId;
        if (State == RequestState.Submitted)
        {
            Become(RequestState.Triaged);
        }
        else if (HeldState == RequestState.Submitted)
        {
            HeldState = RequestState.Triaged;
        }

        Record(moment, RequestEventKind.Assigned, note: managerName);
    }

    /// <summary>Stops the clock while the requester is asked something.</summary>
    public void Hold(Moment moment, string question)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var note = Guard.Required(question, ReasonLength, "Question");
        var from = State;
        Become(RequestState.OnHold);
        HeldState = from;
        PauseClock(moment.Now);
        Record(moment, RequestEventKind.Held, note: note);
    }

    /// <summary>Goes on where it was held.</summary>
    public void Resume(Moment moment, string? answer)
    {
        ArgumentNullException.ThrowIfNull(moment);
        if (State != RequestState.OnHold || HeldState is not { } before)
        {
            throw new IllegalMoveException($"This request is {State.InWords()}, not on hold.");
        }

        GoBackTo(before, moment);
        Record(moment, RequestEventKind.Resumed, note: answer);
        Settle(moment);
    }

    /// <summary>The requester is content with those who said yes.</summary>
    public void SettleForFewer(Moment moment)
    {
        var said = candidates.Count(candidate => candidate.State.IsYes());
        if (State != RequestState.Sourcing || said == 0)
        {
            throw new IllegalMoveException("Nobody has accepted yet, so there is nothing to settle for.");
        }

        Wanted = said;
        Become(RequestState.Confirmed);
        Record(moment, RequestEventKind.Settled);
        WithdrawOpenAsks(moment);
        Settle(moment);
    }

    /// <summary>The requester withdraws it.</summary>
    public void Cancel(Moment moment, string? reason) => End(moment, RequestState.Cancelled, reason);

    /// <summary>The program gives it up; the reason is told.</summary>
    public void GiveUp(Moment moment, string reason) =>
        End(moment, RequestState.Unfulfilled, Guard.Required(reason, ReasonLength, "Reason"));

    /// <summary>Needed-by passed without a yes.</summary>
    public void Expire(Moment moment) => End(moment, RequestState.Expired, null);

    /// <summary>Content was chosen instead of people: said in words, or a piece of the library.</summary>
    public void Deflect(Moment moment, string content, Guid? contentId = null)
    {
        End(moment, RequestState.Deflected, Guard.Required(content, ReasonLength, "Content"));
        ContentId = contentId;
    }

    /// <summary>Takes it up again within 30 days of its end.</summary>
    public void Reopen(Moment moment, string reason)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var why = Guard.Required(reason, ReasonLength, "Reason");
        if (!State.IsEnd() || SubmittedAt is null)
        {
            throw new IllegalMoveException($"This request is {State.InWords()}; only one that was sent and has ended is reopened.");
        }

        if (EndedAt!.Value.AddDays(ReopenDays) < moment.Now)
        {
            throw new IllegalMoveException($"It ended more than {ReopenDays} days ago. Send a new request instead.");
        }

        Become(RequestState.Triaged);
        // What was held before is behind it: at least one more is looked for.
        Wanted = Math.Max(Wanted, candidates.Count(candidate => candidate.State == CandidateState.Completed) + 1);
        SkipClock(moment, EndedAt.Value);
        (RiskToldAt, BreachToldAt) = (null, null);
        EndedAt = null;
        EndReason = null;
        ContentId = null;
        MergedIntoId = null;
        Record(moment, RequestEventKind.Reopened, note: why);
    }

    /// <summary>Adds a comment to the timeline; never shown to customers.</summary>
    public void Comment(Moment moment, string words) =>
        Record(moment, RequestEventKind.Commented, note: Guard.Required(words, ReasonLength, "Comment"));

    private const int EnumLength = 40;

    // The words a request is looked for by, folded alike on every database.
    internal static string? WordsOf(params IEnumerable<string?> words)
    {
        var key = TextKey.Of(string.Join(' ', words.Where(word => !string.IsNullOrWhiteSpace(word))));
        return key.Length == 0 ? null : Guard.Cut(key, WordsKeyLength);
    }

    private void End(Moment moment, RequestState end, string? reason)
    {
        ArgumentNullException.ThrowIfNull(moment);
        Become(end);
        EndReason = Guard.Optional(reason, ReasonLength, "Reason");
        EndedAt = moment.Now;
        if (HeldAt is not null)
        {
            RunClock(moment);
        }

        HeldState = null;
        Record(moment, RequestEventKind.Ended, note: EndReason);
        WithdrawRest(moment);
    }

    private void WithdrawRest(Moment moment)
    {
        foreach (var candidate in candidates.Where(candidate => candidate.State.IsLive()))
        {
            candidate.FallAway(CandidateState.Withdrawn, moment.Now);
        }
    }

    private RequestNeed Said() => new() { ActivityKey = ActivityKey, OpportunityId = OpportunityId, NeededBy = NeededBy, Text = Text, Criteria = Criteria, Requirements = Requirements };

    private static void MustBeComplete(RequestNeed need, bool asksPeople = true)
    {
        if (NeedCheck.WhyIncomplete(need, asksPeople) is { } lacks)
        {
            throw new IllegalMoveException(lacks.Refusal!);
        }
    }

    private void GoBackTo(RequestState before, Moment moment)
    {
        Become(before);
        HeldState = null;
        RunClock(moment);
    }

    private void Become(RequestState next)
    {
        RequestStates.Check(State, next);
        State = next;
    }
}
