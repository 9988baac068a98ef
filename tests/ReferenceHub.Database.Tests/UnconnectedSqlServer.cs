using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReferenceHub.Database.Tests;

/// <summary>Lets a context believe that it talks to SQL Server: statements are generated and kept, never sent.</summary>
internal sealed class UnconnectedSqlServer(int rows) : DbCommandInterceptor, IDbConnectionInterceptor
{
    private readonly ConcurrentQueue<string> statements = new();

    public IReadOnlyCollection<string> Statements => statements;

    public void Use(DbContextOptionsBuilder options) => options.AddInterceptors(this);

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Answer(command);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Answer(command));

    private InterceptionResult<DbDataReader> Answer(DbCommand command)
    {
        statements.Enqueue(command.CommandText);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new MadeUpReader(rows));
    }
}
