using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace ReferenceHub.Web.Security;

/// <summary>Says "too large" of a body larger than its route takes: before anybody reads it when it announces its length, else as soon as too much was read.</summary>
public sealed class BodyGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : SecurityServices.BodyLimit;
        if (context.Request.ContentLength > most)
        {
            Refuse(context);
            return;
        }

        if (context.Request.ContentLength is null && most is { } limit && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false)
        {
            context.Request.Body = new LimitedBody(context.Request.Body, limit);
        }

        try
        {
            await next(context);
        }
        catch (BodyTooLargeException) when (!context.Response.HasStarted)
        {
            Refuse(context);
        }
    }

    // Nobody reads it any more, not even for the page that says so.
    private static void Refuse(HttpContext context)
    {
        context.Features.Set<IFormFeature>(null);
        (context.Request.Body, context.Request.ContentLength, context.Request.ContentType) = (Stream.Null, null, null);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
