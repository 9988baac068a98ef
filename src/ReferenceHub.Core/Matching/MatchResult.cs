using System.Collections.Immutable;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>The answer to a search.</summary>
/// <param name="Total">References that fit.</param>
/// <param name="Free">Of these, how many can be asked now; every other one is closed.</param>
/// <param name="Tabs">How many customers each tab holds without any criteria.</param>
/// <param name="Rows">The page: free ones by rank, then closed ones by rank; for an ask the free ones only.</param>
/// <param name="ClosedRows">Why not: the first of those that fit but are closed, by rank; none for those who see totals only.</param>
/// <param name="Facets">Counts for every facet.</param>
/// <param name="Relaxations">Single criteria to drop, and how many more each would give.</param>
/// <param name="Unknown">Criteria that name no term; they were left out.</param>
public sealed record MatchResult(
    int Total,
    int Free,
    TabCounts Tabs,
    ImmutableArray<MatchRow> Rows,
    ImmutableArray<MatchRow> ClosedRows,
    ImmutableArray<FacetCounts> Facets,
    ImmutableArray<Relaxation> Relaxations,
    ImmutableArray<Criterion> Unknown)
{
    /// <summary>Whether <see cref="Free"/> says anything: who sees totals only is told of the whole program, not of what a search picks out.</summary>
    public bool TellsFree { get; init; } = true;

    /// <summary>Those that fit but are closed.</summary>
    public int Closed => Total - Free;
}

/// <summary>All rows of an answer, made one by one; they are walked once.</summary>
public sealed record MatchWalk(int Total, IEnumerable<MatchRow> Rows);

/// <summary>How many customers there are for this viewer, how many can be asked now, how many are their own.</summary>
public sealed record TabCounts(int All, int FreeNow, int Mine);

/// <summary>One reference as this viewer may see it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Its name, or the anonymous one.</param>
/// <param name="NameHidden">Whether the name is withheld from this viewer.</param>
/// <param name="Industry">Industry, or null.</param>
/// <param name="Place">City and country; nothing closer than the region while the name is hidden.</param>
/// <param name="Size">Staff in words, or null when unknown.</param>
/// <param name="Content">Published assets; 0 while the name is hidden.</param>
/// <param name="Status">Reference status, for those entitled to know; null for others.</param>
/// <param name="Standing">Whether it can be asked, or why not.</param>
/// <param name="Score">The match.</param>
/// <param name="Reasons">What is met and what is missed.</param>
/// <param name="VerifiedOn">When its record was last confirmed; while the name is hidden the first day of that month.</param>
public sealed record MatchRow(
    Guid CustomerId,
    string Name,
    bool NameHidden,
    string? Industry,
    string? Place,
    string? Size,
    int Content,
    ReferenceStatus? Status,
    Standing Standing,
    MatchScore Score,
    ImmutableArray<MatchReason> Reasons,
    DateOnly? VerifiedOn)
{
    /// <summary>Whom to ask there; null for closed ones, and for those who see totals only.</summary>
    public RowContact? Contact { get; init; }
}

/// <summary>A criterion that a reference meets or misses, in words.</summary>
public readonly record struct MatchReason(bool Met, string Words)
{
    /// <summary>The same with everything that the words only count ("and 5 more"); null where they say it all.</summary>
    public string? Whole { get; init; }
}

/// <summary>Whether a reference can be asked today, and if not the rule and the first day on which it can.</summary>
public sealed record Standing(AvailabilityState State, string? Rule, string? SetBy, DateOnly? FreeOn, DateOnly? LastUsed, int Pending)
{
    /// <summary>Nothing is told of it: the viewer sees totals only.</summary>
    public static Standing Withheld { get; } = new(AvailabilityState.Open, null, null, null, null, 0) { IsWithheld = true };

    /// <summary>Whether it is kept from the viewer.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Whether it acts as a reference for this use, now or after a pause: what a limit closes may be overridden, the rest never.</summary>
    public bool Acts { get; init; } = true;

    /// <summary>Whether an ask today would be refused.</summary>
    public bool IsClosed => State == AvailabilityState.Closed;
}

/// <summary>The options of a facet with their counts.</summary>
public sealed record FacetCounts(Facet Facet, ImmutableArray<FacetOption> Options);

/// <summary>One option: how many references there would be if it were ticked, and how it is ticked now.</summary>
/// <param name="Key">Key of the term.</param>
/// <param name="Name">As shown.</param>
/// <param name="Depth">0 for a root of the tree.</param>
/// <param name="ParentKey">Key of the term above, or null.</param>
/// <param name="Count">References if ticked.</param>
/// <param name="Ticked">Null when not ticked; else whether as a must.</param>
/// <param name="Mixed">Whether something under it is ticked.</param>
public sealed record FacetOption(string Key, string Name, int Depth, string? ParentKey, int Count, bool? Ticked, bool Mixed)
{
    /// <summary>Whether it is not wanted; it is not ticked then.</summary>
    public bool Not { get; init; }
}

/// <summary>A criterion that could be dropped: what it is called, how many more would fit, and the criteria without it.</summary>
public sealed record Relaxation(string Words, int More, Criteria Criteria);
