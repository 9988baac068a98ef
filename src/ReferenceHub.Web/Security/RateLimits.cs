using System.Globalization;
using System.Threading.RateLimiting;

namespace ReferenceHub.Web.Security;

/// <summary>Names of the limits that endpoints ask for with <c>[EnableRateLimiting]</c>; numbers by configuration, "Limits:…PerMinute".</summary>
public static class RateLimits
{
    /// <summary>Signing in: so many at once that hashing passwords never takes the machine.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Searches, per person.</summary>
    public const string Search = "search";

    /// <summary>Exports, per person.</summary>
    public const string Export = "export";

    /// <summary>Uploads of lists, per person.</summary>
    public const string Import = "import";

    /// <summary>Files added to records and letters sent by hand, per person.</summary>
    public const string Sending = "sending";

    /// <summary>Links of outsiders and set-up, per network.</summary>
    public const string Links = "links";

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(5);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignIn, _ => RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions { PermitLimit = Math.Max(2, Environment.ProcessorCount), QueueLimit = 200 }));
        options.AddPolicy(Search, context => PerMinute(Person(context), configuration.GetValue("Limits:SearchPerMinute", 3000)));
        options.AddPolicy(Export, context => PerMinute(Person(context), configuration.GetValue("Limits:ExportPerMinute", 30)));
        options.AddPolicy(Import, context => PerMinute(Person(context), configuration.GetValue("Limits:ImportsPerMinute", 60)));
        options.AddPolicy(Sending, context => PerMinute(Person(context), configuration.GetValue("Limits:SendingPerMinute", 60)));
        options.AddPolicy(Links, context => PerMinute(context.Network(), configuration.GetValue("Limits:LinksPerMinute", 30)));
    });

    private static string Person(HttpContext context) => context.LiveSession()?.Viewer.UserId.ToString() ?? context.Network();

    private static RateLimitPartition<string> PerMinute(string who, int permits) => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = permits,
        TokensPerPeriod = Math.Max(1, permits / 6),
        ReplenishmentPeriod = TimeSpan.FromSeconds(10),
        QueueLimit = 0,
    });
}
