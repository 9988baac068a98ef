using System.Collections.Immutable;
using System.Numerics;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// How alike rows are to somebody: the weighted overlap of platform, integration, deployment, size, use case, product, industry and region.
/// A term next to the one asked for, under the same broad one, counts half; a facet that weighs 0 not at all. Of a hidden row neither what tells its
/// country nor its exact staff counts.
/// </summary>
internal sealed class LikeNearness
{
    // Divides by twice any number of terms that a customer has of one facet, near enough.
    private const int Unit = 5040;

    // Things in common that are named at first sight.
    private const int Named = 3;

    private static readonly Facet[] Compared =
        [Facet.Platform, Facet.Integration, Facet.Deployment, Facet.Size, Facet.UseCase, Facet.Product, Facet.Industry, Facet.Region];

    private readonly Likeness likeness;
    private readonly CatalogTerms terms;
    private readonly ImmutableArray<Part> parts;
    private readonly int whole;

    public LikeNearness(Likeness likeness, CatalogTerms terms, MatchWeights weights)
    {
        this.likeness = likeness;
        this.terms = terms;
        parts = [.. Compared.Select(facet => new Part(facet, weights.Of(facet), [.. likeness.Terms.Where(term => terms.All[term].Facet == facet)])).Where(IsAsked)];
        whole = parts.Sum(part => part.Weight * Unit);
    }

    /// <summary>By row how near it is to the nearest of those whom a unit asks to be like, in hundredths, and the rows that are at least half alike.</summary>
    public static (byte[] Near, ulong[] Alike) Of(BlockMatch found, MatchUnit unit)
    {
        var near = new byte[found.Block.Count];
        var alike = found.Work.Rent();
        foreach (var like in unit.Likes)
        {
            new LikeNearness(like, found.Block.Terms, found.Query.Weights).Add(found, near, alike);
        }

        return (near, alike);
    }

    /// <summary>Nearness of one row in parts of <see cref="Unit"/> times the weights.</summary>
    public int Of(BlockMatch found, int row)
    {
        var sum = 0;
        foreach (var part in parts)
        {
            if (part.Facet == Facet.Size)
            {
                sum += SizePart(part, found, row);
                continue;
            }

            foreach (var term in part.Terms)
            {
                var share = part.Weight * Unit / part.Terms.Length;
                sum += found.Sight.Has(row, term) ? share : terms.All[term].Parent >= 0 && found.Sight.Has(row, terms.RootOf(term).Index) ? share / 2 : 0;
            }
        }

        return sum;
    }

    /// <summary>What both have in common, staff from half alike on: "5 of 6 like Alpenbank: Azure, Atlas, Banking and 2 more", and the whole of it where that leaves some out.</summary>
    public (string Words, string? Whole) Words(BlockMatch found, int row)
    {
        var asked = 0;
        var common = new List<string>();
        foreach (var part in parts)
        {
            asked += part.Facet == Facet.Size ? 1 : part.Terms.Length;
            if (part.Facet == Facet.Size && 2 * SizePart(part, found, row) >= part.Weight * Unit && RowFacts.SizeOf(found, row) is { } size)
            {
                common.Add(size);
            }

            common.AddRange(part.Terms.Where(term => part.Facet != Facet.Size && found.Sight.Has(row, term)).Select(term => terms.All[term].Name));
        }

        var said = $"{common.Count} of {asked} like {likeness.Name}: ";
        return asked == 0 ? ($"nothing known of {likeness.Name} to compare", null)
            : common.Count == 0 ? ($"nothing like {likeness.Name}", null)
            : common.Count <= Named ? (said + string.Join(", ", common), null)
            : ($"{said}{string.Join(", ", common[..Named])} and {common.Count - Named} more", said + string.Join(", ", common));
    }

    private bool IsAsked(Part part) => part.Weight > 0 && (!part.Terms.IsEmpty || (part.Facet == Facet.Size && likeness.Staff > 0));

    // Term by term over the rows that have it: no row is looked at for what it has not.
    private void Add(BlockMatch found, byte[] near, ulong[] alike)
    {
        var sums = new int[near.Length];
        foreach (var part in parts)
        {
            if (part.Facet == Facet.Size)
            {
                foreach (var row in found.Searched.Rows())
                {
                    sums[row] += SizePart(part, found, row);
                }

                continue;
            }

            foreach (var term in part.Terms)
            {
                AddTerm(found, sums, term, part.Weight * Unit / part.Terms.Length);
            }
        }

        for (var row = 0; row < near.Length && whole > 0; row++)
        {
            near[row] = (byte)Math.Max(near[row], ((200L * sums[row]) + whole) / (2L * whole));
            if (2 * sums[row] >= whole)
            {
                Bits.Set(alike, row);
            }
        }
    }

    private void AddTerm(BlockMatch found, int[] sums, int term, int share)
    {
        var root = terms.RootOf(term).Index;
        AddRows(found, sums, term, root == term ? share : share - (share / 2));
        if (root != term)
        {
            AddRows(found, sums, root, share / 2);
        }
    }

    private static void AddRows(BlockMatch found, int[] sums, int term, int share)
    {
        var rows = found.Sight.WithTerm(term).Words;
        var searched = found.Searched.Words;
        for (var place = 0; place < rows.Length; place++)
        {
            for (var word = rows[place] & searched[place]; word != 0; word &= word - 1)
            {
                sums[(place << 6) + BitOperations.TrailingZeroCount(word)] += share;
            }
        }
    }

    // The same staff counts whole, half or twice as many a third, four times as many nothing; a band alone counts if it is the same.
    private int SizePart(Part part, BlockMatch found, int row)
    {
        if (likeness.Staff <= 0)
        {
            return found.Sight.Has(row, part.Terms[0]) ? part.Weight * Unit : 0;
        }

        long other = found.Sight.Staff(row);
        var (less, more) = (Math.Min(likeness.Staff, other), Math.Max(likeness.Staff, other));
        return other <= 0 ? 0 : (int)Math.Max(0, part.Weight * Unit * ((4 * less) - more) / (3 * more));
    }

    private readonly record struct Part(Facet Facet, int Weight, ImmutableArray<int> Terms);
}
