namespace ReferenceHub.Core.Usage;

/// <summary>Customers like another: those that share a product and an industry or region with it, those that share most terms first.</summary>
internal sealed class ReplayPeers
{
    private readonly Dictionary<Guid, IReadOnlyList<UsageSubject>> known = [];
    private readonly Dictionary<Guid, UsageSubject> customers;
    private readonly ILookup<Guid, UsageSubject> byTerm;
    private readonly IReadOnlySet<Guid> products;
    private readonly int most;

    public ReplayPeers(IReadOnlyList<UsageSubject> customers, IReadOnlySet<Guid> products, int most)
    {
        (this.products, this.most) = (products, most);
        this.customers = customers.ToDictionary(customer => customer.CustomerId);
        byTerm = customers.SelectMany(customer => customer.SegmentIds.Select(term => (Term: term, Customer: customer))).ToLookup(pair => pair.Term, pair => pair.Customer);
    }

    public IReadOnlyList<UsageSubject> Of(Guid customerId)
    {
        if (!known.TryGetValue(customerId, out var peers))
        {
            known[customerId] = peers = Find(customerId);
        }

        return peers;
    }

    private List<UsageSubject> Find(Guid customerId)
    {
        if (!customers.TryGetValue(customerId, out var one))
        {
            return [];
        }

        // Terms shared of either kind, by customer.
        var shared = new Dictionary<UsageSubject, (int Products, int Others)>(ReferenceEqualityComparer.Instance);
        foreach (var term in one.SegmentIds)
        {
            var (product, other) = products.Contains(term) ? (1, 0) : (0, 1);
            foreach (var peer in byTerm[term])
            {
                var (soFar, others) = shared.GetValueOrDefault(peer);
                shared[peer] = (soFar + product, others + other);
            }
        }

        shared.Remove(one);
        return
        [
            .. shared.Where(peer => peer.Value is { Products: > 0, Others: > 0 }).OrderByDescending(peer => peer.Value.Products + peer.Value.Others)
                .ThenBy(peer => peer.Key.CustomerId).Take(most).Select(peer => peer.Key),
        ];
    }
}
