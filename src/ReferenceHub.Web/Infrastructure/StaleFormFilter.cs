using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>A form without a valid token gets a page that says what to do, not an empty 400.</summary>
public sealed class StaleFormFilter(IModelMetadataProvider metadata) : IAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = Refusals.Make(context.HttpContext, metadata, ErrorPage.StaleForm(Activity.Current?.Id));
        }
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
