namespace ReferenceHub.Core.Import;

/// <summary>What the rows of a file are.</summary>
public enum ImportKind
{
    /// <summary>Companies that may act as references.</summary>
    Customers,

    /// <summary>Deals.</summary>
    Opportunities,
}
