using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReferenceHub.Core.Tests.Requests.Audit;

/// <summary>What somebody else does past the product, at the instants at which it matters.</summary>
public sealed class Meanwhile : IDbTransactionInterceptor, IDbCommandInterceptor
{
    private Func<Task>? once;
    private int left;

    /// <summary>Done each time that entries of ledgers are read.</summary>
    public Func<Task>? AsEntriesAreRead { get; set; }

    /// <summary>Does something once, just before a transaction begins: the next one, or one after it.</summary>
    public void Do(Func<Task> deed, int transaction = 1) => (once, left) = (deed, transaction);

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (--left == 0 && once is { } deed)
        {
            await deed();
        }

        return result;
    }

    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (AsEntriesAreRead is { } deed && command.CommandText.Contains("FROM \"LedgerEntries\"", StringComparison.Ordinal))
        {
            await deed();
        }

        return result;
    }
}
