using System.Diagnostics;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>One line a request. Route templates only: addresses may hold tokens, and query strings what people typed.</summary>
public static class RequestLog
{
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("ReferenceHub.Requests");
        return app.Use(async (context, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                if (log.IsEnabled(LogLevel.Information))
                {
                    log.LogInformation(
                        "{Method} {Route} {Status} {Milliseconds:0} ms {Trace}",
                        Method(context.Request.Method),
                        Route(context),
                        context.Response.StatusCode,
                        Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
                }
            }
        });
    }

    /// <summary>After routing: remembers the route, which an error page would otherwise stand for.</summary>
    public static IApplicationBuilder UseRouteNote(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Items.TryAdd(typeof(RequestLog), context.GetEndpoint());
        return next(context);
    });

    private static string Method(string method) => HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method) ? method : "OTHER";

    private static string Route(HttpContext context) =>
        context.Items[typeof(RequestLog)] is RouteEndpoint route ? "/" + route.RoutePattern.RawText?.TrimStart('/') : "(no route)";
}
