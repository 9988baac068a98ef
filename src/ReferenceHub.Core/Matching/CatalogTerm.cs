using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>A term of a facet as the catalog knows it. Index is its place in <see cref="CatalogTerms"/>, parent the place of the term above or -1.</summary>
public sealed record CatalogTerm(int Index, Facet Facet, string Key, string Name, int Parent, int Depth, ImmutableArray<string> Aliases)
{
    /// <summary>The row it comes from; empty for size bands, which have none.</summary>
    public Guid Id { get; init; }

    /// <summary>Still understood, no longer offered.</summary>
    public bool Retired { get; init; }

    /// <summary>
    /// Whether the term says where somebody is more closely than a region does: a country, or a language, which gives the
    /// country away. Hidden with a confidential name, so it neither finds, counts nor explains it.
    /// </summary>
    public bool TellsCountry => (Facet == Facet.Region && Depth > 0) || Facet == Facet.Language;
}
