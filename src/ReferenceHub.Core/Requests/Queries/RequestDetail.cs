using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>One request as its reader may see it.</summary>
public sealed record RequestDetail
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Number.</summary>
    public required int Number { get; init; }

    /// <summary>Version, to be sent back with corrections.</summary>
    public required int Version { get; init; }

    /// <summary>Activity type.</summary>
    public required ActivityType Type { get; init; }

    /// <summary>Who the reference is for.</summary>
    public required string Prospect { get; init; }

    /// <summary>What is needed.</summary>
    public required RequestNeed Need { get; init; }

    /// <summary>Customers the requester would like to be asked; for the requester and the program.</summary>
    public IReadOnlyList<PreferredCustomer> Preferred { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public required RequestState State { get; init; }

    /// <summary>Requester.</summary>
    public required Person Requester { get; init; }

    /// <summary>Who wrote it for the requester; null when they did so themselves.</summary>
    public Person? EnteredBy { get; init; }

    /// <summary>Requester's team.</summary>
    public string? RequesterTeam { get; init; }

    /// <summary>Who has taken it.</summary>
    public Person? Assignee { get; init; }

    /// <summary>The deal.</summary>
    public DealFact? Deal { get; init; }

    /// <summary>Whether candidates are asked one after another or several at once.</summary>
    public required AskMode AskMode { get; init; }

    /// <summary>Candidates who have said yes.</summary>
    public required int Said { get; init; }

    /// <summary>Who holds the ball.</summary>
    public Party? Ball { get; init; }

    /// <summary>Business minutes that party holds it.</summary>
    public required int BallMinutes { get; init; }

    /// <summary>What the due pill says; null for drafts and ended requests.</summary>
    public DueReading? Due { get; init; }

    /// <summary>Whether the first yes came by the original target; null while there is none.</summary>
    public bool? PromiseKept { get; init; }

    /// <summary>When the first yes is or was due (UTC).</summary>
    public DateTime? FirstYesDueAt { get; init; }

    /// <summary>When it was sent (UTC).</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>The content that was chosen instead of people.</summary>
    public ChosenContent? Content { get; init; }

    /// <summary>Why a later date was agreed.</summary>
    public string? ExceptionReason { get; init; }

    /// <summary>The question it is on hold for.</summary>
    public string? HoldQuestion { get; init; }

    /// <summary>Candidates in the reader's sight, live ones first.</summary>
    public required IReadOnlyList<CandidateView> Candidates { get; init; }

    /// <summary>Newest first; comments apart.</summary>
    public required IReadOnlyList<TimelineLine> Timeline { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<TimelineLine> Comments { get; init; }

    /// <summary>Time by party.</summary>
    public required PartyTime Time { get; init; }

    /// <summary>What the reader can best do now.</summary>
    public NextChoice? Next { get; init; }

    /// <summary>The reader asked for it.</summary>
    public required bool IsRequester { get; init; }

    /// <summary>The reader asked for it, or stands in for whoever did.</summary>
    public bool ActsAsRequester { get; init; }

    /// <summary>The reader sees every candidate: asked for it, follows it, or sees all requests.</summary>
    public bool SeesWhole { get; init; }

    /// <summary>The reader runs the program.</summary>
    public required bool Runs { get; init; }

    /// <summary>The reader decides on it as a whole: asked for it, or runs the program.</summary>
    public required bool Drives { get; init; }

    /// <summary>The reader sees what requesters don't.</summary>
    public required bool SeesSecrets { get; init; }

    /// <summary>May it be reopened by the reader.</summary>
    public required bool MayReopen { get; init; }
}

/// <summary>Somebody with an account.</summary>
public sealed record Person(Guid Id, string Name);

/// <summary>The deal, with its amount (minor units) where the reader may know it, and whether its page is open to the reader.</summary>
public sealed record DealFact(Guid Id, string Name, string ExternalId, string? AccountName, string? Stage, DealOutcome Outcome, DateOnly? ClosesOn, long? AmountMinor, string Currency, bool MayOpen);

/// <summary>The best next action in words' terms.</summary>
public sealed record NextChoice(NextStep Step, Guid? CandidateId);
