using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>How facets are called in addresses and on pages, and what they are unless said otherwise.</summary>
public static class Facets
{
    private static readonly (Facet Facet, string Name, string Label)[] Known =
    [
        (Facet.Industry, "industry", "Industry"),
        (Facet.Product, "product", "Product"),
        (Facet.Region, "region", "Region"),
        (Facet.Platform, "platform", "Platform"),
        (Facet.Size, "size", "Size"),
        (Facet.Language, "language", "Language"),
        (Facet.UseCase, "usecase", "Use case"),
        (Facet.Deployment, "deployment", "Deployment"),
        (Facet.Integration, "integration", "Integration"),
        (Facet.Live, "live", "Live"),
        (Facet.Availability, "availability", "Availability"),
        (Facet.FreeBy, "freeby", "Free by"),
        (Facet.Like, "like", "Like"),
        (Facet.LikeDeal, "likedeal", "Like the prospect of"),
    ];

    /// <summary>All facets in the order of the page.</summary>
    public static ImmutableArray<Facet> All { get; } = [.. Known.Select(known => known.Facet)];

    /// <summary>The name in addresses.</summary>
    public static string Name(this Facet facet) => Known[Place(facet)].Name;

    /// <summary>The name on pages.</summary>
    public static string Label(this Facet facet) => Known[Place(facet)].Label;

    /// <summary>Whether a criterion of this facet filters unless switched: what a prospect insists on, and availability, which is no wish.</summary>
    public static bool MustByDefault(this Facet facet) =>
        facet is Facet.Industry or Facet.Region or Facet.Product or Facet.Availability or Facet.FreeBy;

    /// <summary>Whether several terms of this facet are all asked for, rather than any of them.</summary>
    public static bool AsksForAll(this Facet facet) => facet is Facet.Product;

    /// <summary>Whether a criterion of this facet can be turned into its opposite: neither a day nor the likeness of a prospect can; not like a customer leaves out that very one.</summary>
    public static bool MayBeNot(this Facet facet) => facet is not (Facet.FreeBy or Facet.LikeDeal);

    /// <summary>Whether a criterion of this facet can rank rather than filter: availability, which is no wish, can't.</summary>
    public static bool MayBePreferred(this Facet facet) => facet is not Facet.Availability;

    /// <summary>The facet of a name in an address.</summary>
    public static bool TryParse(string? name, out Facet facet)
    {
        var place = Array.FindIndex(Known, known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
        facet = place < 0 ? default : Known[place].Facet;
        return place >= 0;
    }

    internal static int Place(this Facet facet) => Array.FindIndex(Known, known => known.Facet == facet);
}
