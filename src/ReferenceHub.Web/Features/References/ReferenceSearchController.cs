using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References;

/// <summary>Finds references by words and facets; the address holds the whole search.</summary>
public sealed class ReferenceSearchController(MatchQueries matches, ReadyContent content, ActivityTypeQueries activities) : Controller
{
    [HttpGet("/references")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index([FromQuery] ReferenceSearchForm form, CancellationToken ct)
    {
        var typed = Criteria.From(Request.Query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
        var viewer = this.Viewer();
        var criteria = MatchQueries.Allowed((await matches.ReadWordsAsync(typed, viewer, ct)).Criteria, viewer);
        var answer = await matches.SearchAsync(form.Ask(criteria), viewer, ct);
        var page = new ReferenceSearchPage(form, criteria, answer)
        {
            TotalsOnly = viewer.SeesTotalsOnly(),
            Content = criteria.IsEmpty || form.PageNumber > 1 ? [] : await content.ForAsync(new ReadyNeed(criteria), answer, viewer, ct),
            Named = criteria.Items.Length > typed.Items.Length ? await matches.NamedAsync(typed.Text, viewer, ct) : [],
            Activities = await activities.EnabledAsync(ct),
        };
        Response.Headers.Vary = "HX-Request";
        if (!Request.IsHtmx())
        {
            return View(page);
        }

        Response.Headers["HX-Push-Url"] = page.OwnAddress;
        return PartialView("_Found", page);
    }
}
