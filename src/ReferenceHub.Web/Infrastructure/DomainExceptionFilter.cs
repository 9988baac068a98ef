using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.Data;
using ReferenceHub.Web.Features.Errors;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>What the domain throws on purpose becomes a page with the right status code and the reason.</summary>
public sealed class DomainExceptionFilter(IModelMetadataProvider metadata) : IExceptionFilter
{
    /// <inheritdoc/>
    public void OnException(ExceptionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        (int Status, string? Reason)? refusal = context.Exception switch
        {
            MissingException => (StatusCodes.Status404NotFound, null),
            ForbiddenException forbidden => (StatusCodes.Status403Forbidden, forbidden.Message),
            IllegalMoveException illegal => (StatusCodes.Status409Conflict, illegal.Message),
            StaleVersionException stale => (StatusCodes.Status409Conflict, stale.Message),
            _ => null,
        };
        if (refusal is { } page)
        {
            context.Result = Refusals.Make(context.HttpContext, metadata, ErrorPage.For(page.Status, page.Reason, Activity.Current?.Id));
            context.ExceptionHandled = true;
        }
    }
}
