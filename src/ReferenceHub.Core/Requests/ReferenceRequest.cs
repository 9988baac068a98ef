using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>One ask for a reference, with its candidates, its clock and its events.</summary>
public sealed partial class ReferenceRequest : IVersioned, IQueuePart
{
    /// <summary>Longest need in words, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>Longest criteria, in characters.</summary>
    public const int CriteriaLength = 2000;

    /// <summary>Longest names, in characters.</summary>
    public const int NameLength = 150;

    /// <summary>Longest reason or note, in characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>Most references one request may want.</summary>
    public const int MostWanted = 20;

    /// <summary>Most customers a requester may wish for.</summary>
    public const int MostPreferred = 5;

    /// <summary>Days after its end in which the manager may reopen a request.</summary>
    public const int ReopenDays = 30;

    /// <summary>Longest list of requirements, in characters.</summary>
    public const int RequirementsLength = 8000;

    /// <summary>Longest folded words that requests are found by, in characters.</summary>
    public const int WordsKeyLength = 600;

    private readonly List<Candidate> candidates = [];
    private readonly List<RequestWatcher> watchers = [];
    private readonly List<RequestEvent> events = [];

    private ReferenceRequest()
    {
    }

    /// <summary>A draft of somebody, for themselves or for the person that the need names.</summary>
    public ReferenceRequest(Guid id, int number, Guid writerId, RequestNeed need, DateTime now)
    {
        Id = id;
        Number = number;
        RequesterId = writerId;
        CreatedAt = now;
        LastEventAt = now;
        Describe(need);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number people say, used in addresses.</summary>
    public int Number { get; private set; }

    /// <summary>Who asks.</summary>
    public Guid RequesterId { get; private set; }

    /// <summary>Who asks.</summary>
    public User? Requester { get; private set; }

    /// <summary>Who wrote it on behalf of the requester; null when they did so themselves.</summary>
    public Guid? EnteredById { get; private set; }

    /// <summary>Whose draft it is, and who sent it.</summary>
    public Guid WriterId => EnteredById ?? RequesterId;

    /// <summary>The program manager who has taken it.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>The program manager who has taken it.</summary>
    public User? Assignee { get; private set; }

    /// <summary>Activity type.</summary>
    public string ActivityKey { get; private set; } = "";

    /// <summary>The deal it serves.</summary>
    public Guid? OpportunityId { get; private set; }

    /// <summary>The deal it serves.</summary>
    public Opportunity? Opportunity { get; private set; }

    /// <summary>The need in words.</summary>
    public string? Text { get; private set; }

    /// <summary>Criteria as a query string.</summary>
    public string? Criteria { get; private set; }

    /// <summary>Last useful day, in the program's zone.</summary>
    public DateOnly? NeededBy { get; private set; }

    /// <summary>References wanted.</summary>
    public int Wanted { get; private set; } = 1;

    /// <summary>What the prospect wants to know.</summary>
    public string? WantToKnow { get; private set; }

    /// <summary>Prospect company.</summary>
    public string? ProspectName { get; private set; }

    /// <summary>Person there.</summary>
    public string? ProspectContact { get; private set; }

    /// <summary>Where that person gets the invitation.</summary>
    public string? ProspectEmail { get; private set; }

    /// <summary>Industry of the prospect, by key.</summary>
    public string? ProspectIndustry { get; private set; }

    /// <summary>Region or country of the prospect, by key.</summary>
    public string? ProspectRegion { get; private set; }

    /// <summary>Staff of the prospect.</summary>
    public int? ProspectStaff { get; private set; }

    /// <summary>Requirements to be met by references, a line each; of an RFP.</summary>
    public string? Requirements { get; private set; }

    /// <summary>What is needed in short: the words, or else the list of requirements.</summary>
    public string? InShort => NeedInShort.Of(Text, Requirements);

    /// <summary>Content that was tried before asking for people.</summary>
    public string? ContentTried { get; private set; }

    /// <summary>Whether candidates are asked one after another or several at once.</summary>
    public AskMode AskMode { get; private set; }

    /// <summary>The request that this one was merged into.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Folded words that it is found by: need, prospect, what they want to know.</summary>
    public string? WordsKey { get; private set; }

    /// <summary>When the holder of the ball was told that it is at risk (UTC).</summary>
    public DateTime? RiskToldAt { get; private set; }

    /// <summary>When the manager was told of the breach (UTC).</summary>
    public DateTime? BreachToldAt { get; private set; }

    /// <summary>Language of the conversation.</summary>
    public string? Language { get; private set; }

    /// <summary>Prospect's time zone.</summary>
    public string? ZoneId { get; private set; }

    /// <summary>A non-disclosure agreement is in place.</summary>
    public bool NdaInPlace { get; private set; }

    /// <summary>The prospect competes with some of our references.</summary>
    public bool CompetesWithReferences { get; private set; }

    /// <summary>Customers the requester would like to be asked; a wish, not an ask.</summary>
    public List<Guid> Preferred { get; private set; } = [];

    /// <summary>Who stands behind it.</summary>
    public string? Sponsor { get; private set; }

    /// <summary>Where it stands.</summary>
    public RequestState State { get; private set; }

    /// <summary>Where it goes back to after a hold.</summary>
    public RequestState? HeldState { get; private set; }

    /// <summary>Who holds the ball; nobody once it has ended.</summary>
    public Party? Ball { get; private set; } = Party.Requester;

    /// <summary>Since when that party holds it (UTC).</summary>
    public DateTime? BallSince { get; private set; }

    /// <summary>When the draft was made (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was last touched (UTC).</summary>
    public DateTime LastEventAt { get; private set; }

    /// <summary>When it was sent (UTC).</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>When and how it ended (UTC).</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it ended, where that needs a reason.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The piece of content that was chosen instead of people.</summary>
    public Guid? ContentId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Everybody considered.</summary>
    public IReadOnlyList<Candidate> Candidates => candidates;

    /// <summary>Who follows it.</summary>
    public IReadOnlyList<RequestWatcher> Watchers => watchers;

    /// <summary>What happened, in order of time.</summary>
    public IReadOnlyList<RequestEvent> Events => events;

    /// <summary>One of its candidates.</summary>
    public Candidate CandidateOf(Guid candidateId) =>
        candidates.Find(candidate => candidate.Id == candidateId) ?? throw new MissingException("candidate");
}
