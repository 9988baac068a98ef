using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Links;

/// <summary>What outsiders read when an address opens nothing any more.</summary>
internal static class GonePages
{
    public static IActionResult GoneLink(this Controller controller) => controller.Refusal(ErrorPage.For(
        StatusCodes.Status404NotFound,
        "This link no longer works: it was used, has run out or was replaced by a newer one. Ask whoever sent it for a new link.",
        null));

    public static IActionResult GoneContent(this Controller controller, OpenShare share) => controller.Refusal(ErrorPage.For(
        StatusCodes.Status404NotFound,
        $"This is not shown any more. {share.Sender} can tell you more, or send you something newer.",
        null));
}
