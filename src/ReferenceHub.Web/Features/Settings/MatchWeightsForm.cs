using System.Collections.Immutable;
using FluentValidation;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>The page of weights: what is typed, what is in force, and what the one would change of the other; no trial while what is typed can't be weights.</summary>
public sealed record MatchWeightsPage(MatchWeightsForm Form, WeightSettings Settings, WeightTrial? Trial)
{
    /// <summary>Whether the form was filled with the shipped weights, upon which nothing typed before belongs.</summary>
    public bool IsShipped { get; init; }
}

/// <summary>Weights as typed.</summary>
public sealed class MatchWeightsForm
{
    /// <summary>The facets whose weight can be set, in the order of the page.</summary>
    public static ImmutableArray<Facet> Weighed { get; } = [.. Core.Matching.Facets.All.Where(MatchWeights.Default.Facets.ContainsKey)];

    public int? Fit { get; set; }

    public int? Availability { get; set; }

    public int? Freshness { get; set; }

    public int? Quality { get; set; }

    /// <summary>By name of a facet how much a criterion of it counts.</summary>
    public Dictionary<string, int?> Facets { get; set; } = [];

    /// <summary>Version the form was made from; 0 while nobody changed any weight.</summary>
    public int Version { get; set; }

    /// <summary>What the four parts add up to.</summary>
    public int Sum => (Fit ?? 0) + (Availability ?? 0) + (Freshness ?? 0) + (Quality ?? 0);

    /// <summary>A form filled in.</summary>
    public static MatchWeightsForm Of(MatchWeights weights, int version)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new MatchWeightsForm
        {
            Fit = weights.Fit,
            Availability = weights.Availability,
            Freshness = weights.Freshness,
            Quality = weights.Quality,
            Facets = Weighed.ToDictionary(facet => facet.Name(), facet => (int?)weights.Of(facet)),
            Version = version,
        };
    }

    /// <summary>The same with a line for every facet.</summary>
    public MatchWeightsForm Whole()
    {
        foreach (var facet in Weighed)
        {
            Facets.TryAdd(facet.Name(), MatchWeights.Default.Of(facet));
        }

        return this;
    }

    /// <summary>The weights typed; a facet that was not sent keeps its default.</summary>
    public MatchWeights ToWeights() => new(Fit ?? 0, Availability ?? 0, Freshness ?? 0, Quality ?? 0)
    {
        Facets = MatchWeights.Default.Facets.SetItems(Weighed
            .Where(facet => Facets.GetValueOrDefault(facet.Name()) is not null)
            .Select(facet => KeyValuePair.Create(facet, Facets[facet.Name()]!.Value))),
    };
}

/// <summary>Bounds of weights, beside the field that is out of them.</summary>
public sealed class MatchWeightsFormValidator : AbstractValidator<MatchWeightsForm>
{
    private const string Points = "Each part has 0 to 100 whole points.";

    public MatchWeightsFormValidator()
    {
        RuleFor(form => form.Fit).NotNull().WithMessage(Points).InclusiveBetween(0, 100).WithMessage(Points);
        RuleFor(form => form.Availability).NotNull().WithMessage(Points).InclusiveBetween(0, 100).WithMessage(Points);
        RuleFor(form => form.Freshness).NotNull().WithMessage(Points).InclusiveBetween(0, 100).WithMessage(Points);
        RuleFor(form => form.Quality).NotNull().WithMessage(Points).InclusiveBetween(0, 100).WithMessage(Points);
        RuleFor(form => form.Facets).Custom((facets, context) =>
        {
            foreach (var facet in MatchWeightsForm.Weighed.Where(facet => facets.TryGetValue(facet.Name(), out var weight) && weight is null or < 0 or > MatchWeights.MostFacet))
            {
                context.AddFailure($"{nameof(MatchWeightsForm.Facets)}[{facet.Name()}]", $"{facet.Label()} counts 0 to {MatchWeights.MostFacet}.");
            }
        });
    }
}
