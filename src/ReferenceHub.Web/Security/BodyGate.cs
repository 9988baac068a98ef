using Microsoft.AspNetCore.Http.Metadata;

namespace ReferenceHub.Web.Security;

/// <summary>Says "too large" of a body that announces itself larger than its route takes, before anybody reads it as a bad form.</summary>
public sealed class BodyGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : SecurityServices.BodyLimit;
        if (context.Request.ContentLength > most)
        {
            // Nobody reads it, not even for the page that says so.
            (context.Request.Body, context.Request.ContentLength, context.Request.ContentType) = (Stream.Null, null, null);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
