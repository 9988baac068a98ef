namespace ReferenceHub.Core.References;

/// <summary>What is changed of many customers at once; what is not said stays.</summary>
public sealed record BulkChange
{
    /// <summary>Most customers changed in one go.</summary>
    public const int Most = 2000;

    /// <summary>The new owner.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The new tier.</summary>
    public Tier? Tier { get; init; }

    /// <summary>The new reference status.</summary>
    public ReferenceStatus? Status { get; init; }

    /// <summary>Last day of a pause.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why, for a status that needs it; sales does not see it.</summary>
    public string? Reason { get; init; }

    /// <summary>Attribute terms that each gets.</summary>
    public IReadOnlyList<Guid> Add { get; init; } = [];

    /// <summary>Attribute terms that each loses.</summary>
    public IReadOnlyList<Guid> Remove { get; init; } = [];

    /// <summary>On the list that RFPs may name without asking, or off it.</summary>
    public bool? RfpListed { get; init; }

    /// <summary>Whether each record is said to be true today.</summary>
    public bool Confirm { get; init; }

    /// <summary>Whether nothing is to change.</summary>
    public bool IsEmpty => OwnerId is null && Tier is null && Status is null && Add.Count == 0 && Remove.Count == 0 && RfpListed is null && !Confirm;

    /// <summary>Whether it touches what only those change who edit any customer.</summary>
    public bool Governs => OwnerId is not null || Tier is not null || RfpListed is not null;
}
