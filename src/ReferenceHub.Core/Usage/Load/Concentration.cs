using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>How unevenly uses are spread over references.</summary>
public static class Concentration
{
    /// <summary>Uses that took place between two days and how many of them the most used tenth of the references carried (at least one reference).</summary>
    public static Share TopTenth(IEnumerable<Use> uses, int references, DateOnly from, DateOnly to)
    {
        var counts = uses.Where(use => use.State == UseState.Done && use.TakesTime && use.On >= from && use.On <= to)
            .GroupBy(use => use.CustomerId).Select(group => group.Count()).OrderDescending().ToList();
        return new Share(counts.Take(Math.Max(1, (int)Math.Ceiling(references / 10.0))).Sum(), counts.Sum());
    }
}
