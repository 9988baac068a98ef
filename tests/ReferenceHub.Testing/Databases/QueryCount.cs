using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReferenceHub.Testing.Databases;

/// <summary>Counts what is read from a database.</summary>
public sealed class QueryCount : DbCommandInterceptor
{
    private int queries;

    /// <summary>Queries since the count began.</summary>
    public int Queries => Volatile.Read(ref queries);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref queries);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
