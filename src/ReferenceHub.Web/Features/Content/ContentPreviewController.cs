using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Shows a text as readers would see it, while it is written.</summary>
[Route("/content/preview")]
[RequiresRight(Right.ManageContent)]
public sealed class ContentPreviewController : Controller
{
    [HttpPost("")]
    public IActionResult Show(string? text) => PartialView("_Preview", text?.Length <= Asset.TextLength * 2 ? text : null);
}
