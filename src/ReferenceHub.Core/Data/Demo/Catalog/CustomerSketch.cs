using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>The outline of a customer before it is made in full.</summary>
internal sealed record CustomerSketch
{
    public required string Name { get; init; }

    public required Trade Trade { get; init; }

    public required Country Country { get; init; }

    public required string City { get; init; }

    public required int Employees { get; init; }

    /// <summary>Product keys.</summary>
    public required IReadOnlyList<string> Products { get; init; }

    /// <summary>Platform keys, the main one first.</summary>
    public required IReadOnlyList<string> Platforms { get; init; }

    public Tier Tier { get; init; }

    public ReferenceStatus Status { get; init; } = ReferenceStatus.Active;

    /// <summary>Part of the owner's address before the @; null for nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>How gladly it is asked: 0 never, 1 as any, 5 all the time.</summary>
    public double Appeal { get; init; } = 1;

    /// <summary>Months since the first product went live.</summary>
    public int LiveMonths { get; init; }

    /// <summary>Belongs to the story told by the open requests: chance leaves it alone lately.</summary>
    public bool InStory { get; init; }
}
