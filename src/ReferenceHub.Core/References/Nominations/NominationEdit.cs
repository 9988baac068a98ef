namespace ReferenceHub.Core.References;

/// <summary>What the form of a nomination sends.</summary>
public sealed record NominationEdit
{
    /// <summary>The company.</summary>
    public string? CompanyName { get; init; }

    /// <summary>Why it would make a good reference.</summary>
    public string? Why { get; init; }

    /// <summary>Its web address.</summary>
    public string? Website { get; init; }

    /// <summary>Whom to talk to.</summary>
    public string? ContactName { get; init; }

    /// <summary>How to reach them.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Industry term.</summary>
    public Guid? IndustryId { get; init; }

    /// <summary>As the domain takes it.</summary>
    public NominationFacts Facts => new()
    {
        CompanyName = CompanyName ?? "",
        Why = Why ?? "",
        Website = Website,
        ContactName = ContactName,
        ContactEmail = ContactEmail,
        IndustryId = IndustryId,
    };
}

/// <summary>How a nomination is taken up.</summary>
/// <param name="CustomerId">The customer on record that is meant; null makes a new one.</param>
/// <param name="OwnerId">Who looks after a new one.</param>
/// <param name="Note">What the nominator is told with the yes.</param>
/// <param name="SameNameIsFine">A new one is made although one of this name is on record.</param>
public sealed record NominationAcceptance(Guid? CustomerId, Guid? OwnerId, string? Note, bool SameNameIsFine = false);
