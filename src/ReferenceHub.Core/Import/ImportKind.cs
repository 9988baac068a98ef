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

    /// <summary>Uses of customers that happened before.</summary>
    PastUses,

    /// <summary>What customers have agreed to.</summary>
    Permissions,

    /// <summary>Our products, the words of their taxonomy.</summary>
    Products,
}

/// <summary>The words for the rows of each kind.</summary>
public static class ImportKinds
{
    /// <summary>All kinds, in the order in which a program moves in.</summary>
    public static IReadOnlyList<ImportKind> All { get; } =
        [ImportKind.Products, ImportKind.Customers, ImportKind.Contacts, ImportKind.ProductUses, ImportKind.Permissions, ImportKind.PastUses, ImportKind.Opportunities];

    /// <summary>One row: "product use".</summary>
    public static string One(this ImportKind kind) => kind switch
    {
        ImportKind.Customers => "customer",
        ImportKind.Opportunities => "deal",
        ImportKind.Contacts => "contact",
        ImportKind.ProductUses => "product use",
        ImportKind.PastUses => "past use",
        ImportKind.Permissions => "permission",
        _ => "product",
    };

    /// <summary>Several rows: "product uses".</summary>
    public static string Many(this ImportKind kind) => kind.One() + "s";

    /// <summary>At the head of a list: "Product uses".</summary>
    public static string Title(this ImportKind kind) => char.ToUpperInvariant(kind.Many()[0]) + kind.Many()[1..];
}
