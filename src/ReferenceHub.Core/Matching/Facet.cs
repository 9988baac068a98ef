namespace ReferenceHub.Core.Matching;

/// <summary>A dimension by which references are filtered and ranked.</summary>
public enum Facet
{
    /// <summary>Industry tree; a parent covers its children.</summary>
    Industry,

    /// <summary>Region, and under it country.</summary>
    Region,

    /// <summary>Product in use; several are asked for together, not one or the other.</summary>
    Product,

    /// <summary>Platform the products run on.</summary>
    Platform,

    /// <summary>Band of staff.</summary>
    Size,

    /// <summary>Language somebody there speaks.</summary>
    Language,

    /// <summary>What the products are used for.</summary>
    UseCase,

    /// <summary>Cloud service, self-hosted, hybrid.</summary>
    Deployment,

    /// <summary>Systems integrated with.</summary>
    Integration,

    /// <summary>Months since the first product went live, at least.</summary>
    Live,

    /// <summary>Whether an ask today would be allowed.</summary>
    Availability,

    /// <summary>Can be used on a day or before (yyyy-MM-dd, program's zone).</summary>
    FreeBy,

    /// <summary>Like a customer (its id): what both have in common, as far as the viewer may know it.</summary>
    Like,

    /// <summary>Like the prospect of a deal (its id): industry, region, staff, product, environment.</summary>
    LikeDeal,
}
