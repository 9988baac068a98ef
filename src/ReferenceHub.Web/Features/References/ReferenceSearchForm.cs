using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Matching;

namespace ReferenceHub.Web.Features.References;

/// <summary>What the address says beside the criteria; anything unknown counts as not said.</summary>
public sealed class ReferenceSearchForm
{
    /// <summary>Key of the activity type that availability is said for.</summary>
    [FromQuery(Name = "type")]
    public string? Type { get; set; }

    /// <summary>Nothing, free or mine.</summary>
    [FromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>Nothing, name, rested or verified.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>Words to change before they are looked for: they stand in the box and nothing is read.</summary>
    [FromQuery(Name = "draft")]
    public string? Draft { get; set; }

    /// <summary>The words that criteria of this search came from, as they were typed.</summary>
    [FromQuery(Name = "said")]
    public string? Said { get; set; }

    /// <summary>From 1.</summary>
    [FromQuery(Name = "page")]
    public string? Page { get; set; }

    /// <summary>Facets and branches of their trees that are shown whole.</summary>
    [FromQuery(Name = "open")]
    public string[] Open { get; set; } = [];

    /// <summary>The page as a number, 1 when it is none.</summary>
    public int PageNumber => int.TryParse(Page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1;

    /// <summary>The tab meant.</summary>
    public MatchTab Tab => View switch { "free" => MatchTab.FreeNow, "mine" => MatchTab.Mine, _ => MatchTab.All };

    /// <summary>The order meant.</summary>
    public MatchSort Order => Sort switch { "name" => MatchSort.Name, "rested" => MatchSort.Rested, "verified" => MatchSort.Verified, _ => MatchSort.Best };

    /// <summary>The question to the catalog.</summary>
    public CatalogAsk Ask(Criteria criteria) => new(criteria, Type, Tab, Order, PageNumber);
}
