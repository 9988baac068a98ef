namespace ReferenceHub.Core.Matching;

/// <summary>Somebody whom content is to be like, made ready to be held against many pieces: the weighted share of what is known of that one.</summary>
internal sealed class ReadyLikeness
{
    private const int MostTerms = 64;
    private readonly Guid? customerId;
    private readonly ulong[] within;
    private readonly int[] weights;
    private readonly int all;

    public ReadyLikeness(Likeness like, CatalogTerms terms, Func<Facet, int> weigh)
    {
        var known = like.Terms.Take(MostTerms).ToArray();
        customerId = like.CustomerId;
        within = new ulong[terms.All.Length];
        weights = [.. known.Select(term => weigh(terms.All[term].Facet))];
        all = weights.Sum();
        for (var place = 0; place < known.Length; place++)
        {
            foreach (var term in terms.All)
            {
                within[term.Index] |= terms.IsWithin(term.Index, known[place]) ? 1UL << place : 0;
            }
        }
    }

    /// <summary>0 to 1; a customer is no answer to who wants one like it.</summary>
    public double NearnessOf(ShelfAsset asset)
    {
        if (all == 0 || customerId == asset.Customer.Id)
        {
            return 0;
        }

        var both = 0UL;
        foreach (var term in asset.Terms.AsSpan())
        {
            both |= within[term];
        }

        foreach (var term in asset.Customer.Terms.AsSpan())
        {
            both |= within[term];
        }

        var met = 0;
        for (var place = 0; place < weights.Length; place++)
        {
            met += (both >> place & 1) == 1 ? weights[place] : 0;
        }

        return (double)met / all;
    }
}
