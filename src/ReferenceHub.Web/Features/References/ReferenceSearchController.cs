using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References;

/// <summary>Finds references by words and facets; the address holds the whole search.</summary>
public sealed class ReferenceSearchController(MatchQueries matches, ReadyContent content, ActivityTypeQueries activities, OpportunityQueries deals, SearchDemands demands) : Controller
{
    [HttpGet("/references")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index([FromQuery] ReferenceSearchForm form, [FromQuery] ChipEdit edit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var page = await PageAsync(form, edit, this.Viewer(), ct);
        Response.Headers.Vary = "HX-Request";
        if (!Request.IsHtmx())
        {
            return edit.Facet is not null && page.Refusal is null ? LocalRedirect(page.OwnAddress) : View(page);
        }

        Response.Headers["HX-Push-Url"] = page.OwnAddress;
        return PartialView("_Found", page);
    }

    private async Task<ReferenceSearchPage> PageAsync(ReferenceSearchForm form, ChipEdit edit, Viewer viewer, CancellationToken ct)
    {
        var liked = edit is { Facet: Facet.Like, Name.Length: > 0 } && await matches.CalledAsync(edit.Name, 1, viewer, ct) is [var first, ..] ? first : null;
        var typed = edit.Apply(Criteria.From(Request.Query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))), liked?.Id);
        var read = await matches.ReadWordsAsync(typed, viewer, ct);
        form.Type = read.ActivityKey ?? form.Type;
        var criteria = MatchQueries.Allowed(read.Criteria, viewer);
        var answer = await matches.SearchAsync(form.Ask(criteria), viewer, ct);
        return new ReferenceSearchPage(form, criteria, answer)
        {
            TotalsOnly = viewer.SeesTotalsOnly(),
            Content = criteria.IsEmpty || form.PageNumber > 1 ? [] : await content.ForAsync(new ReadyNeed(criteria), answer, viewer, ct),
            Named = read.Parts.IsEmpty ? [] : await matches.NamedAsync(typed.Text, viewer, ct),
            Read = [.. read.Parts.Select(part => InWords(part, answer))],
            Said = await SaidSentence.OfAsync(form.Said, typed, read, matches, viewer, ct),
            Refusal = edit is { Facet: Facet.Like, Name.Length: > 0 } && liked is null ? $"No customer is called “{edit.Name}”." : null,
            Activities = await activities.EnabledAsync(ct),
            Deals = criteria.Items.Any(item => item.Facet == Facet.LikeDeal) && viewer.Can(Right.AskForReference) ? await deals.OptionsAsync(null, null, viewer, ct) : [],
            Demand = await demands.OfAsync(answer, criteria, viewer, ct),
        };
    }

    // A word that is called just so needs no explanation.
    private static string InWords(NeedPart part, CatalogAnswer answer)
    {
        var (facet, words) = part.Item is { } item ? (item is { Facet: Facet.Like, Not: true } ? "" : item.Facet.Label().ToLowerInvariant() + " ", answer.WordsOf(item)) : ("for ", answer.Activity.Name);
        return part.Words.Length == 0 || string.Equals(part.Words, words, StringComparison.OrdinalIgnoreCase) ? words : $"“{part.Words}” as {facet}{words}";
    }
}
