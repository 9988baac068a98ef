using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>How unevenly uses are spread over references: those that take time and stand, be they done, planned or asked.</summary>
public static class Concentration
{
    /// <summary>Uses between two days, and how many of them the most used tenth of so many references carries.</summary>
    public static Share TopTenth(IEnumerable<Use> uses, int references, DateOnly from, DateOnly to) =>
        TopTenth(uses.Where(use => use.IsLoad && use.On >= from && use.On <= to).CountBy(use => use.CustomerId).Select(uses => uses.Value), references);

    /// <summary>Of the numbers of uses of each customer, those that the most used tenth of so many references carries: one reference at least, a part of one counts whole.</summary>
    public static Share TopTenth(IEnumerable<int> uses, int references)
    {
        var counts = uses.OrderDescending().ToList();
        return new Share(counts.Take(Math.Max(1, (references + 9) / 10)).Sum(), counts.Sum());
    }
}
