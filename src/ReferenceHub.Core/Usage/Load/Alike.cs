using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Usage;

/// <summary>A customer like another.</summary>
/// <param name="Who">The customer.</param>
/// <param name="Shared">Number of terms that both have, broader ones included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Peer(UsageSubject Who, int Shared);

/// <summary>Which customers could be asked instead of one: those that share a product and an industry or region with it, the more terms the likelier.</summary>
public sealed class Alike
{
    private readonly IReadOnlyList<UsageSubject> all;
    private readonly Dictionary<Guid, List<int>> byTerm = [];
    private readonly Func<Guid, bool> isProduct;

    /// <summary>Looks among these; of the terms of customers, those that are no products are industries and regions.</summary>
    public Alike(IReadOnlyList<UsageSubject> all, Func<Guid, bool> isProduct)
    {
        (this.all, this.isProduct) = (all, isProduct);
        for (var place = 0; place < all.Count; place++)
        {
            foreach (var term in all[place].SegmentIds)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(byTerm, term, out _) ??= []).Add(place);
            }
        }
    }

    /// <summary>Those like a customer, itself left out, in no particular order.</summary>
    public IEnumerable<Peer> To(UsageSubject one)
    {
        // Counted in one go over everybody: a term may be that of thousands.
        var (products, others) = (new int[all.Count], new int[all.Count]);
        foreach (var term in one.SegmentIds)
        {
            var shared = isProduct(term) ? products : others;
            foreach (var place in byTerm.GetValueOrDefault(term) ?? [])
            {
                shared[place]++;
            }
        }

        for (var place = 0; place < all.Count; place++)
        {
            if (products[place] > 0 && others[place] > 0 && all[place].CustomerId != one.CustomerId)
            {
                yield return new Peer(all[place], products[place] + others[place]);
            }
        }
    }
}
