using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>What the domain throws on purpose becomes a page with the right status code and the reason.</summary>
public sealed class DomainExceptionFilter(IModelMetadataProvider metadata) : IExceptionFilter
{
    /// <inheritdoc/>
    public void OnException(ExceptionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Failures.Refusal(context.Exception) is { } page)
        {
            context.Result = Refusals.Make(context.HttpContext, metadata, ErrorPage.Of(context.Exception, page, Activity.Current?.Id));
            context.ExceptionHandled = true;
        }
    }
}
