using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>One search: what is looked for, by whom, for what, and which part of the answer is wanted.</summary>
public sealed record MatchQuery
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    /// <summary>What is looked for.</summary>
    public required Criteria Criteria { get; init; }

    /// <summary>Who looks.</summary>
    public required MatchViewer Viewer { get; init; }

    /// <summary>Today in the program's zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Load of the customers for the activity type asked for.</summary>
    public required UsageView Usage { get; init; }

    /// <summary>The scope that the activity type needs; who refused it is never a candidate.</summary>
    public PermissionScope? Scope { get; init; }

    /// <summary>Customers that said no to this need or its prospect: closed for it, whatever the limits say.</summary>
    public IReadOnlyDictionary<Guid, NeedRefusal> Refused { get; init; } = NeedRefusal.None;

    /// <summary>True when references to ask are wanted: the page holds free ones only, the others say why not.</summary>
    public bool ForAsking { get; init; }

    /// <summary>Most rows that say why not.</summary>
    public int TakeClosed { get; init; } = 8;

    /// <summary>Which of the customers.</summary>
    public MatchTab Tab { get; init; }

    /// <summary>Order of the rows within each band.</summary>
    public MatchSort Sort { get; init; }

    /// <summary>Rows to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>Most rows wanted.</summary>
    public int Take { get; init; } = PageSize;

    /// <summary>Near-equals take turns by it; the same seed gives the same order.</summary>
    public Guid Seed { get; init; }

    /// <summary>Whether the viewer may learn how many of those found can be asked: each, or only of the whole program.</summary>
    public bool TellsFree => Viewer.SeesStandings || (Criteria.IsEmpty && Tab == MatchTab.All);

    /// <summary>Whom "like …" means.</summary>
    public Likenesses Likes { get; init; } = Likenesses.None;

    /// <summary>What is wanted of the contact.</summary>
    public ContactAsk Contact { get; init; } = new([], [], null, "UTC");

    /// <summary>What each part of the match weighs.</summary>
    public MatchWeights Weights { get; init; } = MatchWeights.Default;
}

/// <summary>Which customers a search is over.</summary>
public enum MatchTab
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those that can be asked now.</summary>
    FreeNow,

    /// <summary>Those that the viewer owns.</summary>
    Mine,
}

/// <summary>Order of rows.</summary>
public enum MatchSort
{
    /// <summary>Best match first; near-equals take turns.</summary>
    Best,

    /// <summary>By the name shown.</summary>
    Name,

    /// <summary>Longest unused first.</summary>
    Rested,

    /// <summary>Last confirmed first.</summary>
    Verified,
}

/// <summary>Who looks: sees every name, or confidential ones only where owned, by them or whoever they stand in for, or released at this instant (UTC).</summary>
public sealed record MatchViewer(Guid UserId, bool SeesConfidential, DateTime Now)
{
    /// <summary>Whether names and contacts are released to this person at all: to those who may ask.</summary>
    public required bool MayBeReleasedTo { get; init; }

    /// <summary>People whose customers this person stands in for.</summary>
    public IReadOnlyList<Guid> StandsInFor { get; init; } = [];

    /// <summary>Whether this person sees how each customer stands; executives see totals.</summary>
    public required bool SeesStandings { get; init; }

    /// <summary>Whether the name of a customer is known to this person.</summary>
    public bool Knows(CatalogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return !entry.Confidential || SeesConfidential || entry.OwnerId == UserId || (entry.OwnerId is { } owner && StandsInFor.Contains(owner)) || IsReleased(entry.Releases);
    }

    /// <summary>Whether one of the releases of a name stands for this person now.</summary>
    internal bool IsReleased(ImmutableArray<CatalogRelease> releases) =>
        MayBeReleasedTo && releases.Any(release => release.UserId == UserId && !(release.EndsAt <= Now));
}
