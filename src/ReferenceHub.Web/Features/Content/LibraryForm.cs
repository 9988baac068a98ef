using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.Content;

/// <summary>What the address of the library says; anything unknown counts as not said.</summary>
public sealed class LibraryForm
{
    private static readonly Dictionary<string, LibraryView> ViewKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["drafts"] = LibraryView.Drafts,
        ["unused"] = LibraryView.Unused,
        ["expiring"] = LibraryView.Expiring,
        ["review"] = LibraryView.ReviewDue,
        ["not-permitted"] = LibraryView.NotPermitted,
        ["withdrawn"] = LibraryView.Withdrawn,
    };

    [FromQuery(Name = "q")]
    public string? Q { get; set; }

    [FromQuery(Name = "view")]
    public string? View { get; set; }

    [FromQuery(Name = "kind")]
    public string[] Kind { get; set; } = [];

    [FromQuery(Name = "language")]
    public string[] Language { get; set; } = [];

    [FromQuery(Name = "product")]
    public string[] Product { get; set; } = [];

    [FromQuery(Name = "industry")]
    public string[] Industry { get; set; } = [];

    [FromQuery(Name = "confidentiality")]
    public string[] Confidentiality { get; set; } = [];

    /// <summary>Content about one customer.</summary>
    [FromQuery(Name = "customer")]
    public Guid? Customer { get; set; }

    /// <summary>Content is chosen for this deal.</summary>
    [FromQuery(Name = "deal")]
    public Guid? Deal { get; set; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [FromQuery(Name = "page")]
    public string? Page { get; set; }

    /// <summary>Words in the address for a part of the library; null for the whole.</summary>
    public static string? KeyOf(LibraryView view) => ViewKeys.FirstOrDefault(pair => pair.Value == view).Key;

    /// <summary>The part meant.</summary>
    public LibraryView Part => View is not null && ViewKeys.TryGetValue(View, out var view) ? view : LibraryView.All;

    /// <summary>The question to the library.</summary>
    public LibrarySearch ToSearch() => new()
    {
        Text = Q?.Length > 200 ? Q[..200] : Q,
        View = Part,
        Kinds = Named<AssetKind>(Kind),
        Languages = Few(Language),
        Products = Few(Product),
        Industries = Few(Industry),
        Confidentialities = Named<Confidentiality>(Confidentiality),
        CustomerId = Customer,
        Sort = Sort switch { "newest" => LibrarySort.Newest, "used" => LibrarySort.Used, "customer" => LibrarySort.Customer, "ends" => LibrarySort.Ends, _ => LibrarySort.Best },
        Page = int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
    };

    private static IReadOnlyList<string> Few(string[] values) => [.. values.Where(value => value is { Length: > 0 and <= Term.KeyLength }).Distinct(StringComparer.Ordinal).Take(40)];

    private static IReadOnlyList<T> Named<T>(string[] values)
        where T : struct, Enum =>
        [.. values.Where(value => value is { Length: > 0 } && char.IsLetter(value[0])).Select(value => Enum.TryParse<T>(value, ignoreCase: true, out var named) ? named : (T?)null).OfType<T>().Distinct()];
}
