using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Web.Infrastructure;

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
        return this.Refusal(ErrorPage.For(shown, null, Activity.Current?.Id ?? HttpContext.TraceIdentifier));
    }
}
