using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content;

/// <summary>The library as its page shows it.</summary>
public sealed record LibraryPageModel(LibraryForm Form, LibrarySearch Search, LibraryPage Page, IReadOnlyList<LibraryPanel> Panels, bool Manages, bool Shares)
{
    /// <summary>Name of the deal that content is chosen for.</summary>
    public string? DealName { get; init; }

    /// <summary>Name of the customer that content is about.</summary>
    public string? CustomerName { get; init; }
}

/// <summary>The content library; the address holds the whole search.</summary>
[Route("/content")]
public sealed class LibraryController(LibraryQueries library, OpportunityQueries deals, ReferenceProfileQueries profiles) : Controller
{
    [HttpGet("")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index([FromQuery] LibraryForm form, CancellationToken ct)
    {
        var viewer = this.Viewer();
        var search = form.ToSearch();
        var page = await library.PageAsync(search, viewer, ct);
        var model = new LibraryPageModel(form, search, page, LibraryPanel.Of(page, form), viewer.Can(Right.ManageContent), viewer.Can(Right.ShareContent))
        {
            DealName = form.Deal is { } deal ? (await deals.DetailAsync(deal, viewer, ct)).Row.Name : null,
            CustomerName = form.Customer is { } customer ? await profiles.NameAsync(customer, viewer, ct) : null,
        };
        Response.Headers.Vary = "HX-Request";
        return Request.IsHtmx() ? PartialView("_Library", model) : View(model);
    }
}
