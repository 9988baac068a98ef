namespace ReferenceHub.Core.Processes;

/// <summary>A step as far as order and time are concerned; of a process or of a project.</summary>
public interface IOrderedStep
{
    /// <summary>Key within its process or project.</summary>
    string Key { get; }

    /// <summary>Keys of the steps before it.</summary>
    IReadOnlyList<string> After { get; }
}

/// <summary>Which step comes before which. Keys that no step has are passed over; callers check them.</summary>
public static class StepOrder
{
    /// <summary>Steps that wait for each other, the first named again at the end; null when there is no circle.</summary>
    public static IReadOnlyList<string>? Circle(IReadOnlyCollection<IOrderedStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var byKey = steps.ToDictionary(step => step.Key, StringComparer.Ordinal);
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in steps)
        {
            List<string> path = [];
            if (Walk(start.Key, byKey, finished, path) is { } circle)
            {
                return circle;
            }
        }

        return null;
    }

    /// <summary>The steps so that each stands behind all it comes after, else in the order given; throws where there is a circle.</summary>
    public static IReadOnlyList<T> Sorted<T>(IReadOnlyList<T> steps)
        where T : IOrderedStep
    {
        ArgumentNullException.ThrowIfNull(steps);
        var known = steps.Select(step => step.Key).ToHashSet(StringComparer.Ordinal);
        var (placed, sorted, left) = (new HashSet<string>(StringComparer.Ordinal), new List<T>(steps.Count), steps.ToList());
        while (left.Count > 0)
        {
            var next = left.FindIndex(step => step.After.All(key => placed.Contains(key) || !known.Contains(key)));
            if (next < 0)
            {
                throw new ArgumentException("These steps wait for each other.", nameof(steps));
            }

            placed.Add(left[next].Key);
            sorted.Add(left[next]);
            left.RemoveAt(next);
        }

        return sorted;
    }

    /// <summary>Keys of all steps that come before one, near and far.</summary>
    public static IReadOnlySet<string> Before(IReadOnlyCollection<IOrderedStep> steps, string key)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var byKey = steps.ToDictionary(step => step.Key, StringComparer.Ordinal);
        var (found, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([key]));
        while (open.TryPop(out var one))
        {
            foreach (var before in byKey.TryGetValue(one, out var step) ? step.After : [])
            {
                if (byKey.ContainsKey(before) && found.Add(before))
                {
                    open.Push(before);
                }
            }
        }

        return found;
    }

    private static List<string>? Walk(string key, Dictionary<string, IOrderedStep> byKey, HashSet<string> finished, List<string> path)
    {
        if (finished.Contains(key) || !byKey.TryGetValue(key, out var step))
        {
            return null;
        }

        var at = path.IndexOf(key);
        if (at >= 0)
        {
            return [.. path[at..], key];
        }

        path.Add(key);
        foreach (var before in step.After)
        {
            if (Walk(before, byKey, finished, path) is { } circle)
            {
                return circle;
            }
        }

        path.RemoveAt(path.Count - 1);
        finished.Add(key);
        return null;
    }
}
