using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>What each part adds to a match at most, in points of 100; the parts add up to 100.</summary>
public sealed record MatchWeights(int Fit, int Availability, int Freshness, int Quality)
{
    /// <summary>Most that a criterion of one facet counts within fit.</summary>
    public const int MostFacet = 10;

    /// <summary>0.6 fit + 0.2 availability + 0.1 freshness + 0.1 past quality; what a prospect insists on counts more within fit.</summary>
    public static MatchWeights Default { get; } = new(60, 20, 10, 10);

    /// <summary>How much a criterion of a facet counts within fit, relative to the others: 0 (not at all) to <see cref="MostFacet"/>.</summary>
    public ImmutableSortedDictionary<Facet, int> Facets { get; init; } = ImmutableSortedDictionary.CreateRange<Facet, int>(
    [
        new(Facet.Industry, 3), new(Facet.Product, 3), new(Facet.Region, 2), new(Facet.UseCase, 2), new(Facet.Platform, 2), new(Facet.Language, 2), new(Facet.Size, 1),
        new(Facet.Deployment, 1), new(Facet.Integration, 1), new(Facet.Live, 1), new(Facet.Like, 3), new(Facet.LikeDeal, 3),
    ]);

    /// <summary>What the parts are called, in their order.</summary>
    public static ImmutableArray<string> PartNames { get; } = ["Fit", "Availability", "Freshness", "Past quality"];

    /// <summary>The points of each part, in that order.</summary>
    public ImmutableArray<int> Parts => [Fit, Availability, Freshness, Quality];

    /// <summary>Why these can't be weights, or null.</summary>
    public string? WhyNot =>
        Parts.Any(points => points is < 0 or > 100) ? "Each part has 0 to 100 points."
        : Parts.Sum() != 100 ? $"The four parts add up to 100 points; these make {Parts.Sum()}."
        : Facets.Values.Any(weight => weight is < 0 or > MostFacet) ? $"Each criterion counts 0 to {MostFacet}."
        : null;

    /// <summary>How much a criterion of a facet counts within fit.</summary>
    public int Of(Facet facet) => Facets.GetValueOrDefault(facet, 1);
}
