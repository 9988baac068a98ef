using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Which status answers an exception.</summary>
public static class Failures
{
    /// <summary>What Core throws on purpose, with a reason to show; null for anything else.</summary>
    public static (int Status, string? Reason)? Refusal(Exception error) => error switch
    {
        MissingException => (StatusCodes.Status404NotFound, null),
        ForbiddenException forbidden => (StatusCodes.Status403Forbidden, forbidden.Message),
        IllegalMoveException illegal => (StatusCodes.Status409Conflict, illegal.Message),
        StaleVersionException stale => (StatusCodes.Status409Conflict, stale.Message),
        DbUpdateConcurrencyException => (StatusCodes.Status409Conflict, null),
        _ => null,
    };

    /// <summary>The status for anything thrown: 503 when the database is the trouble.</summary>
    public static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when Refusal(error) is { } refusal => refusal.Status,
        DbException or DbUpdateException { InnerException: DbException { IsTransient: true } } or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        InvalidOperationException { InnerException: DbException or TimeoutException } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
