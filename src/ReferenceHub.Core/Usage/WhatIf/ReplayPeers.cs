namespace ReferenceHub.Core.Usage;

/// <summary>Customers like another: those that share an industry or region and a product with it, the most alike first.</summary>
internal sealed class ReplayPeers
{
    private readonly Dictionary<Guid, IReadOnlyList<UsageSubject>> known = [];
    private readonly Dictionary<Guid, UsageSubject> customers;
    private readonly ILookup<Guid, UsageSubject> byTerm;
    private readonly int most;

    public ReplayPeers(IReadOnlyList<UsageSubject> customers, int most)
    {
        this.most = most;
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

        var shared = new Dictionary<UsageSubject, int>(ReferenceEqualityComparer.Instance);
        foreach (var peer in one.SegmentIds.SelectMany(term => byTerm[term]))
        {
            shared[peer] = shared.GetValueOrDefault(peer) + 1;
        }

        shared.Remove(one);
        return [.. shared.Where(peer => peer.Value > 1).OrderByDescending(peer => peer.Value).ThenBy(peer => peer.Key.CustomerId).Take(most).Select(peer => peer.Key)];
    }
}
