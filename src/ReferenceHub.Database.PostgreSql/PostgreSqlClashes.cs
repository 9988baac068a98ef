using System.Data.Common;
using Npgsql;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Database.PostgreSql;

/// <summary>What PostgreSQL's states say; the provider itself calls deadlocks, serialization failures and lost connections transient.</summary>
internal sealed class PostgreSqlClashes : IClashCodes
{
    public static PostgreSqlClashes Instance { get; } = new();

    public Clash Of(DbException error) => error.SqlState switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => Clash.Others,
        PostgresErrorCodes.UniqueViolation => Clash.Others,
        PostgresErrorCodes.ForeignKeyViolation => Clash.Gone,
        _ => Clash.None,
    };
}
