using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// How alike a row is to somebody: the weighted overlap of platform, integration, deployment, size, use case, product, industry and region.
/// A term next to the one asked for, under the same broad one, counts half. Of a hidden row only what its anonymous name says counts.
/// </summary>
internal sealed class LikeNearness
{
    /// <summary>From here on somebody is alike, where likeness is a must.</summary>
    public const double Alike = 0.5;

    private static readonly Facet[] Compared =
        [Facet.Platform, Facet.Integration, Facet.Deployment, Facet.Size, Facet.UseCase, Facet.Product, Facet.Industry, Facet.Region];

    private readonly Likeness likeness;
    private readonly CatalogTerms terms;
    private readonly ImmutableArray<Part> parts;
    private readonly double whole;

    public LikeNearness(Likeness likeness, CatalogTerms terms, MatchWeights weights)
    {
        this.likeness = likeness;
        this.terms = terms;
        parts = [.. Compared.Select(facet => new Part(facet, Math.Max(1, weights.Of(facet)), [.. likeness.Terms.Where(term => terms.All[term].Facet == facet)])).Where(part => IsAsked(part))];
        whole = parts.Sum(part => (double)part.Weight);
    }

    /// <summary>Nearness of a row, 0 to 1.</summary>
    public double Of(BlockMatch found, int row)
    {
        var near = 0.0;
        foreach (var part in parts)
        {
            near += part.Weight * NearnessIn(part, found, row);
        }

        return whole == 0 ? 0 : near / whole;
    }

    /// <summary>What both have in common: "5 of 6 like Alpenbank: Azure, Atlas, Banking and 2 more".</summary>
    public string Words(BlockMatch found, int row)
    {
        var asked = 0;
        var common = new List<string>();
        foreach (var part in parts)
        {
            if (part.Facet == Facet.Size)
            {
                asked++;
                if (NearnessIn(part, found, row) >= Alike && RowFacts.SizeOf(found, row) is { } size)
                {
                    common.Add(size);
                }

                continue;
            }

            asked += part.Terms.Length;
            foreach (var term in part.Terms)
            {
                if (found.Has(row, term))
                {
                    common.Add(terms.All[term].Name);
                }
            }
        }

        return asked == 0 ? $"nothing known of {likeness.Name} to compare"
            : common.Count == 0 ? $"nothing like {likeness.Name}"
            : $"{common.Count} of {asked} like {likeness.Name}: {Listed(common)}";
    }

    private static string Listed(List<string> names) => names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names[..3])} and {names.Count - 3} more";

    private bool IsAsked(Part part) => part.Facet == Facet.Size ? likeness.Staff > 0 || !part.Terms.IsEmpty : !part.Terms.IsEmpty;

    private double NearnessIn(Part part, BlockMatch found, int row)
    {
        if (part.Facet == Facet.Size && likeness.Staff > 0)
        {
            return SizeNearness(likeness.Staff, found.Staff(row));
        }

        var near = 0.0;
        foreach (var term in part.Terms)
        {
            near += found.Has(row, term) ? 1 : terms.All[term].Parent >= 0 && found.Has(row, terms.RootOf(term).Index) ? 0.5 : 0;
        }

        return near / part.Terms.Length;
    }

    // The same counts 1, twice or half as many a half, four times as many nothing.
    private static double SizeNearness(int one, int other) =>
        other <= 0 ? 0 : Math.Max(0, 1 - (Math.Abs(Math.Log2(one / (double)other)) / 2));

    private readonly record struct Part(Facet Facet, int Weight, ImmutableArray<int> Terms);
}
