namespace ReferenceHub.Core.Import;

/// <summary>What the rows of a file are.</summary>
public enum ImportKind
{
    /// <summary>Companies that may act as references.</summary>
    Customers,

    /// <summary>Deals.</summary>
    Opportunities,

    /// <summary>People at customers.</summary>
    Contacts,

    /// <summary>Products that customers run.</summary>
    ProductUses,

    /// <summary>Calls, visits and other uses held before the program was kept here.</summary>
    PastUses,

    /// <summary>What customers have agreed to.</summary>
    Permissions,
}
