using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Links;

/// <summary>Makes the pages behind links: in the organisation's name, in the reader's language, never kept by anybody on the way.</summary>
public sealed class LinkPages(OrganisationCache organisations)
{
    /// <summary>What a page stands on.</summary>
    public async Task<LinkPage> OpenAsync(Controller controller, string token, IReadOnlyList<string>? languages, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(controller);
        var words = LinkReader.Words(controller.HttpContext, languages);
        var organisation = (await organisations.GetAsync(ct)).Name;
        controller.ViewData["Organisation"] = organisation;
        controller.ViewData["Language"] = words.Language;
        controller.Response.Headers.CacheControl = "no-store";
        return new LinkPage(token, words, organisation) { Chosen = controller.Request.Query.ContainsKey(LinkReader.Choice) ? words.Language : null };
    }

    /// <summary>The page of a link that opens nothing (404), or nothing any more (410). Nothing was changed.</summary>
    public async Task<IActionResult> EndedAsync(Controller controller, string token, string kind, CancellationToken ct, IReadOnlyList<string>? languages = null, string? day = null)
    {
        var page = await OpenAsync(controller, token, languages, ct);
        controller.Response.StatusCode = kind == "unknown" ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return controller.View("/Features/Links/Ended.cshtml", new EndedLinkPage(token, page.Words, page.Organisation, page.Words[$"gone.{kind}.title"], page.Words.With($"gone.{kind}.text", day)) { Chosen = page.Chosen });
    }
}
