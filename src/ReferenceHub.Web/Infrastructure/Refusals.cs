using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Refusals as a whole page, or for htmx as a message in the page that stays.</summary>
public static class Refusals
{
    private const string Page = "/Features/Errors/Error.cshtml";
    private const string Fragment = "/Features/Errors/ErrorFragment.cshtml";

    /// <summary>From a controller.</summary>
    public static IActionResult Refusal(this Controller controller, ErrorPage page)
    {
        ArgumentNullException.ThrowIfNull(controller);
        return Make(controller.HttpContext, controller.MetadataProvider, page);
    }

    /// <summary>From a filter.</summary>
    public static IActionResult Make(HttpContext http, IModelMetadataProvider metadata, ErrorPage page)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(page);
        if (WantsJson(http.Request))
        {
            var details = new ProblemDetails { Status = page.Status, Title = page.Title, Detail = page.Text };
            details.Extensions["traceId"] = page.TraceId;
            return new ObjectResult(details) { StatusCode = page.Status, ContentTypes = { "application/problem+json" } };
        }

        var toFlash = http.Request.IsHtmx();
        if (toFlash)
        {
            http.Response.Headers["HX-Retarget"] = "#flash";
            http.Response.Headers["HX-Reswap"] = "innerHTML show:top";
        }

        return new ViewResult
        {
            ViewName = toFlash ? Fragment : Page,
            StatusCode = page.Status,
            ViewData = new ViewDataDictionary<ErrorPage>(metadata, new ModelStateDictionary()) { Model = page },
        };
    }

    private static bool WantsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || (accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase));
    }
}
