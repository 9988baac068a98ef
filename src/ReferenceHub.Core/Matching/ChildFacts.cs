namespace ReferenceHub.Core.Matching;

/// <summary>Rows of a child table by customer: sorted once, then found without a list for each customer.</summary>
internal sealed class ChildFacts<T>
{
    private readonly Guid[] customers;
    private readonly T[] facts;

    private ChildFacts(Guid[] customers, T[] facts)
    {
        this.customers = customers;
        this.facts = facts;
    }

    public static async Task<ChildFacts<T>> ReadAsync(IAsyncEnumerable<(Guid CustomerId, T Fact)> rows, CancellationToken ct)
    {
        var read = new List<Guid>();
        var found = new List<T>();
        await foreach (var (customerId, fact) in rows.WithCancellation(ct))
        {
            read.Add(customerId);
            found.Add(fact);
        }

        var keys = read.ToArray();
        var values = found.ToArray();
        Array.Sort(keys, values);
        return new ChildFacts<T>(keys, values);
    }

    public ReadOnlySpan<T> Of(Guid customerId)
    {
        var hit = Array.BinarySearch(customers, customerId);
        if (hit < 0)
        {
            return [];
        }

        var (first, last) = (hit, hit);
        while (first > 0 && customers[first - 1] == customerId)
        {
            first--;
        }

        while (last + 1 < customers.Length && customers[last + 1] == customerId)
        {
            last++;
        }

        return facts.AsSpan(first..(last + 1));
    }
}
