namespace ReferenceHub.Core.Usage;

/// <summary>Who is asked instead of a customer in a replay: the few most like it, found once for each.</summary>
internal sealed class ReplayPeers(ReplayHistory history, int most)
{
    private readonly Dictionary<Guid, IReadOnlyList<UsageSubject>> known = [];
    private readonly Alike alike = new(history.Customers, history.Products.Contains);

    public IReadOnlyList<UsageSubject> Of(UsageSubject one)
    {
        if (!known.TryGetValue(one.CustomerId, out var peers))
        {
            known[one.CustomerId] = peers = [.. alike.To(one).OrderByDescending(peer => peer.Shared).ThenBy(peer => peer.Who.CustomerId).Take(most).Select(peer => peer.Who)];
        }

        return peers;
    }
}
