using System.Data.Common;
using Microsoft.Data.SqlClient;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Database.SqlServer;

/// <summary>What SQL Server's error numbers say.</summary>
internal sealed class SqlServerClashes : IClashCodes
{
    private const int Constraint = 547;
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int SnapshotConflict = 3960;

    public static SqlServerClashes Instance { get; } = new();

    public Clash Of(DbException error) => error is not SqlException { Number: var number } ? Clash.None : number switch
    {
        Deadlock or LockTimeout or SnapshotConflict => Clash.Others,
        UniqueIndex or UniqueConstraint => Clash.Others,
        Constraint => Clash.Gone,
        _ => Clash.None,
    };
}
