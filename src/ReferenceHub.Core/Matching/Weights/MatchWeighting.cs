using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>The one row that says what a match weighs; without it <see cref="MatchWeights.Default"/> holds.</summary>
public sealed class MatchWeighting : IVersioned, ISettingsPart
{
    /// <summary>The key of the only row.</summary>
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000002");

    private MatchWeighting()
    {
    }

    /// <summary>Weights of a program.</summary>
    public MatchWeighting(MatchWeights weights)
    {
        Id = OnlyId;
        Set(weights);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Points of 100 for fit.</summary>
    public int Fit { get; private set; }

    /// <summary>Points of 100 for availability.</summary>
    public int Availability { get; private set; }

    /// <summary>Points of 100 for freshness.</summary>
    public int Freshness { get; private set; }

    /// <summary>Points of 100 for past quality.</summary>
    public int Quality { get; private set; }

    /// <summary>By name of a facet how much a criterion of it counts within fit, 0 to <see cref="MatchWeights.MostFacet"/>.</summary>
    public SortedDictionary<string, int> Facets { get; private set; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The weights that searches use.</summary>
    public MatchWeights Weights => new(Fit, Availability, Freshness, Quality)
    {
        Facets = MatchWeights.Default.Facets.SetItems(Facets
            .Select(pair => Matching.Facets.TryParse(pair.Key, out var facet) ? KeyValuePair.Create(facet, pair.Value) : (KeyValuePair<Facet, int>?)null)
            .OfType<KeyValuePair<Facet, int>>()),
    };

    /// <summary>Changes the weights; points are whole and add up to 100.</summary>
    public void Set(MatchWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.WhyNot is { } no)
        {
            throw new ArgumentException(no, nameof(weights));
        }

        (Fit, Availability, Freshness, Quality) = (weights.Fit, weights.Availability, weights.Freshness, weights.Quality);
        Facets = new(weights.Facets.ToDictionary(pair => pair.Key.Name(), pair => pair.Value), StringComparer.Ordinal);
    }
}

internal sealed class MatchWeightingConfiguration : IEntityTypeConfiguration<MatchWeighting>
{
    public void Configure(EntityTypeBuilder<MatchWeighting> builder) => builder.Property(weighting => weighting.Facets).HasJsonText();
}
