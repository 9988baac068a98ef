using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Which taxonomy serves which facet.</summary>
public static class TermFacets
{
    /// <summary>The facet of a taxonomy.</summary>
    public static Facet FacetOf(TermKind kind) => kind switch
    {
        TermKind.Industry => Facet.Industry,
        TermKind.Region => Facet.Region,
        TermKind.Product => Facet.Product,
        TermKind.Platform => Facet.Platform,
        TermKind.Language => Facet.Language,
        TermKind.UseCase => Facet.UseCase,
        TermKind.Integration => Facet.Integration,
        TermKind.Deployment => Facet.Deployment,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No facet for this taxonomy."),
    };

    /// <summary>The size bands as terms, which no taxonomy holds.</summary>
    public static IEnumerable<LooseTerm> Sizes => SizeBand.All.Select(band => new LooseTerm(Facet.Size, band.Key, band.Name, null, band.Aliases));

    /// <summary>The terms a new database starts with.</summary>
    public static CatalogTerms Shipped { get; } = CatalogTerms.Of(
        ShippedTerms.All.Select(term => new LooseTerm(FacetOf(term.Kind), term.Key, term.Name, term.ParentKey, term.Aliases)).Concat(Sizes));
}
