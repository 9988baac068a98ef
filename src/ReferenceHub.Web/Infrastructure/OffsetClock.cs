using System.Globalization;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>The machine's clock moved by <c>Clock:Offset</c> ("30.00:00:00" is thirty days ahead); Development only.</summary>
public sealed class OffsetClock(TimeSpan offset) : TimeProvider
{
    public static TimeProvider Of(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && configuration["Clock:Offset"] is { Length: > 0 } offset
            ? new OffsetClock(TimeSpan.Parse(offset, CultureInfo.InvariantCulture))
            : System;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
