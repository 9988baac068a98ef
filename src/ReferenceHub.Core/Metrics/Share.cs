namespace ReferenceHub.Core.Metrics;

/// <summary>A part of a whole. Below five no percentage is told, since it would say more than is known.</summary>
public sealed record Share(int Part, int Of)
{
    /// <summary>Smallest n that a percentage is told for.</summary>
    public const int FewestForPercent = 5;

    /// <summary>Rounded percentage, or null below n = 5.</summary>
    public int? Percent => Of < FewestForPercent ? null : (int)Math.Round(100.0 * Part / Of, MidpointRounding.AwayFromZero);
}

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
