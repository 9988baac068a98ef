using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>Words of a need and what they were taken for: a criterion, or the activity type the reference is needed for.</summary>
/// <param name="Words">The words as typed.</param>
/// <param name="Item">The criterion.</param>
/// <param name="ActivityKey">Key of the activity type.</param>
public sealed record NeedPart(string Words, Criterion? Item, string? ActivityKey = null);

/// <summary>A need as it was read. What was not understood is the text of the criteria.</summary>
/// <param name="Criteria">What is looked for: the chips there were and those that were read.</param>
/// <param name="ActivityKey">The activity type that the words name; null when they name none.</param>
/// <param name="Parts">What was understood by which words, in their order.</param>
public sealed record NeedRead(Criteria Criteria, string? ActivityKey, ImmutableArray<NeedPart> Parts)
{
    /// <summary>Facets of which something new was said to take the place of the old: "actually insurance".</summary>
    public ImmutableArray<Facet> Replaced { get; init; } = [];
}
