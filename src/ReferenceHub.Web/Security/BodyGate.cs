using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace ReferenceHub.Web.Security;

/// <summary>Says "too large" of a body that announces itself larger than its route takes, before anybody reads it as a bad form.</summary>
public sealed class BodyGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : SecurityServices.BodyLimit;
        if (context.Request.ContentLength > most && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
