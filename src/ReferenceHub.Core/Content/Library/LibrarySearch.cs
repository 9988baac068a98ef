using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>The parts of the library.</summary>
public enum LibraryView
{
    /// <summary>What may be used; with drafts and withdrawn content for those who manage it.</summary>
    All,

    /// <summary>Not published yet.</summary>
    Drafts,

    /// <summary>Nobody opened, shared or attached it for half a year.</summary>
    Unused,

    /// <summary>Ends within 60 days, or ended.</summary>
    Expiring,

    /// <summary>Its day of review has come.</summary>
    ReviewDue,

    /// <summary>Published, and the customer's permission does not hold.</summary>
    NotPermitted,

    /// <summary>Taken out of use.</summary>
    Withdrawn,
}

/// <summary>Orders of the library.</summary>
public enum LibrarySort
{
    /// <summary>Best match of the words, or newest.</summary>
    Best,

    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Most used lately first.</summary>
    Used,

    /// <summary>By customer.</summary>
    Customer,

    /// <summary>Ends soonest first.</summary>
    Ends,
}

/// <summary>What somebody looks for in the library; within a facet any of the values, across facets all.</summary>
public sealed record LibrarySearch
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 24;

    /// <summary>Words.</summary>
    public string? Text { get; init; }

    /// <summary>Part of the library.</summary>
    public LibraryView View { get; init; }

    /// <summary>Kinds.</summary>
    public IReadOnlyList<AssetKind> Kinds { get; init; } = [];

    /// <summary>Language keys.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Product keys.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Industry keys.</summary>
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary>Who may read it.</summary>
    public IReadOnlyList<Confidentiality> Confidentialities { get; init; } = [];

    /// <summary>Content about one customer.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>Order.</summary>
    public LibrarySort Sort { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything narrows it.</summary>
    public bool IsNarrow => !string.IsNullOrWhiteSpace(Text) || Kinds.Count + Languages.Count + Products.Count + Industries.Count + Confidentialities.Count > 0 || CustomerId is not null;
}

/// <summary>One row of the library.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">In two sentences.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">Its name; whoever sees the content sees the name.</param>
/// <param name="Language">Language key.</param>
/// <param name="Confidentiality">Who may read it.</param>
/// <param name="State">Draft, published or withdrawn.</param>
/// <param name="PublishedOn">First day.</param>
/// <param name="ExpiresOn">Last day.</param>
/// <param name="NextReviewOn">Next look.</param>
/// <param name="HasFile">Whether there is a file.</param>
/// <param name="HasLink">Whether there is a link.</param>
/// <param name="Uses">Times it was opened, downloaded or followed in half a year.</param>
public sealed record LibraryRow(
    Guid Id,
    AssetKind Kind,
    string Title,
    string? Summary,
    Guid CustomerId,
    string CustomerName,
    string Language,
    Confidentiality Confidentiality,
    AssetState State,
    DateOnly PublishedOn,
    DateOnly? ExpiresOn,
    DateOnly? NextReviewOn,
    bool HasFile,
    bool HasLink,
    int Uses)
{
    /// <summary>Whether it may be used today.</summary>
    public bool Usable { get; init; }
}

/// <summary>One value of a facet and how much content has it.</summary>
public sealed record LibraryFacet(string Key, int Count);

/// <summary>The counts beside a search; each facet counts what the others leave.</summary>
public sealed record LibraryFacets(
    IReadOnlyList<LibraryFacet> Kinds,
    IReadOnlyList<LibraryFacet> Languages,
    IReadOnlyList<LibraryFacet> Products,
    IReadOnlyList<LibraryFacet> Industries,
    IReadOnlyList<LibraryFacet> Confidentialities);

/// <summary>A page of the library.</summary>
public sealed record LibraryPage(IReadOnlyList<LibraryRow> Rows, int Total, int Page, LibraryFacets Facets, IReadOnlyDictionary<LibraryView, int> Views, DateOnly Today, TermBook Terms);
