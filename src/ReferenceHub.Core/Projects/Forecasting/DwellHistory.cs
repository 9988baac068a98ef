namespace ReferenceHub.Core.Projects;

/// <summary>How long steps took, in business days from their turn to done, by key and as a share of their target.</summary>
public sealed class DwellHistory
{
    /// <summary>Fewest times a step must have been done for its own history to count; below, that of all steps is taken in proportion to its target.</summary>
    public const int Fewest = 5;

    private readonly Dictionary<string, double[]> byKey;
    private readonly double[] ratios;

    /// <summary>A history of steps that were done: key, target and business days taken.</summary>
    public DwellHistory(IEnumerable<StepDwell> done)
    {
        var all = done.ToList();
        byKey = all.GroupBy(dwell => dwell.Key, StringComparer.Ordinal).Where(group => group.Count() >= Fewest)
            .ToDictionary(group => group.Key, group => group.Select(dwell => dwell.Days).Order().ToArray(), StringComparer.Ordinal);
        ratios = [.. all.Where(dwell => dwell.Target > 0).Select(dwell => dwell.Days / dwell.Target).Order()];
    }

    /// <summary>No history: every step takes its target.</summary>
    public static DwellHistory None { get; } = new([]);

    /// <summary>A draw of the days that a step takes which has been open for so many already: one of those that took longer; when none did, a day more.</summary>
    public double Draw(string key, int target, double elapsed, Random dice)
    {
        ArgumentNullException.ThrowIfNull(dice);
        if (byKey.TryGetValue(key, out var own))
        {
            return Longer(own, elapsed, 1, dice);
        }

        return ratios.Length >= Fewest && target > 0 ? Longer(ratios, elapsed, target, dice) : Math.Max(target, elapsed > target ? elapsed + 1 : elapsed);
    }

    private static double Longer(double[] sorted, double elapsed, double scale, Random dice)
    {
        var first = elapsed <= 0 ? 0 : Array.FindIndex(sorted, days => days * scale > elapsed);
        first = first < 0 ? sorted.Length : first;
        return first < sorted.Length ? sorted[dice.Next(first, sorted.Length)] * scale : elapsed + 1;
    }
}

/// <summary>A step that was done: its key, its target and the business days it took, rework included.</summary>
public sealed record StepDwell(string Key, int Target, double Days);
