using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Errors;

/// <summary>Answers in place of a page that failed or was refused; reached by re-execution only.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    /// <summary>The page for a status code.</summary>
    [Route("/error/{status:int}")]
    [IgnoreAntiforgeryToken]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Show(int status)
    {
        var direct = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null;
        status = HttpContext.Features.Get<IExceptionHandlerFeature>() is { } thrown ? Failures.StatusOf(thrown.Error) : status;
        var shown = direct || status is < 400 or > 599 ? StatusCodes.Status404NotFound : status;
        var trace = Activity.Current?.Id ?? HttpContext.TraceIdentifier;
        return this.Refusal(shown == StatusCodes.Status403Forbidden && Lacking() is var (who, viewer) ? ErrorPage.NotForRole(who, viewer, trace) : ErrorPage.For(shown, null, trace));
    }

    // The roles of which one would have let this person in; null where it was not the role that was missing.
    private (Roles Who, Viewer Viewer)? Lacking()
    {
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint?.Metadata.GetOrderedMetadata<RequiresRightAttribute>() ?? [];
        return HttpContext.ViewerOrNull() is { } viewer && asked.FirstOrDefault(right => !right.AnyOf.Any(viewer.Can)) is { } missing
            ? (missing.AnyOf.Aggregate(Roles.None, (roles, right) => roles | Rights.BearersOf(right)), viewer)
            : null;
    }
}
