namespace ReferenceHub.Core.Metrics;

/// <summary>Median and P90 of n values (nearest rank), in business minutes; null without values.</summary>
public sealed record Spread(int? Median, int? NinthDecile, int N)
{
    /// <summary>The spread of no values.</summary>
    public static Spread None { get; } = new(null, null, 0);

    /// <summary>The spread of values in any order.</summary>
    public static Spread Of(IReadOnlyList<int> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? None : new(sorted[Rank(sorted.Count, 50)], sorted[Rank(sorted.Count, 90)], sorted.Count);
    }

    /// <summary>Zero-based place of a percentile among n sorted values: nearest rank, ⌈p·n/100⌉.</summary>
    public static int Rank(int n, int percent) => Math.Max(0, ((n * percent) + 99) / 100 - 1);
}
