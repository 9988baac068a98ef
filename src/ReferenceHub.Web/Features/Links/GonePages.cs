using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;

namespace ReferenceHub.Web.Features.Links;

/// <summary>What outsiders read, in the organisation's name, when an address opens nothing any more.</summary>
internal static class GonePages
{
    public static IActionResult GoneLink(this Controller controller, string organisation) =>
        controller.Gone("This link no longer works: it was used, has run out or was replaced by a newer one. Ask whoever sent it for a new link.", organisation);

    public static IActionResult GoneContent(this Controller controller, OpenShare share, string organisation) =>
        controller.Gone($"This is not shown any more. {share.Sender} can tell you more, or send you something newer.", organisation);

    private static ViewResult Gone(this Controller controller, string words, string organisation)
    {
        controller.ViewData["Organisation"] = organisation;
        controller.Response.StatusCode = StatusCodes.Status404NotFound;
        return controller.View("Gone", words);
    }
}
