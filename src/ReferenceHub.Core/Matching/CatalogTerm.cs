using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>A term of a facet as the catalog knows it. Index is its place in <see cref="CatalogTerms"/>, parent the place of the term above or -1.</summary>
public sealed record CatalogTerm(int Index, Facet Facet, string Key, string Name, int Parent, int Depth, ImmutableArray<string> Aliases)
{
    /// <summary>Whether the term says where somebody is more closely than a region does; hidden with a confidential name.</summary>
    public bool IsCountry => Facet == Facet.Region && Depth > 0;
}
