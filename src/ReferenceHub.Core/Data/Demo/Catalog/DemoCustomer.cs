using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>A customer of the demo program with what its life needs to know of it.</summary>
internal sealed class DemoCustomer(Customer row, CustomerSketch sketch)
{
    public Customer Row { get; } = row;

    public CustomerSketch Sketch { get; } = sketch;

    /// <summary>Limits its customer set itself.</summary>
    public List<UsagePolicy> OwnLimits { get; } = [];

    /// <summary>Day from which it could be asked.</summary>
    public DateOnly ActiveFrom { get; set; }

    /// <summary>Last day on which chance may have it asked; later uses are the story's.</summary>
    public DateOnly ActiveUntil { get; set; } = DateOnly.MaxValue;

    /// <summary>Its ledger, opened once the limits are known.</summary>
    public DemoLedger Ledger { get; set; } = null!;

    public bool Has(IEnumerable<string> products) => products.All(Sketch.Products.Contains);
}
