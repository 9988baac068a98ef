using System.Data.Common;
using Microsoft.Data.Sqlite;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Database.Sqlite;

/// <summary>What SQLite's result codes say (https://sqlite.org/rescode.html).</summary>
internal sealed class SqliteClashes : IClashCodes
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ForeignKey = 787;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    public static SqliteClashes Instance { get; } = new();

    public Clash Of(DbException error) => error switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => Clash.Others,
        SqliteException { SqliteExtendedErrorCode: Unique or PrimaryKey } => Clash.Others,
        SqliteException { SqliteExtendedErrorCode: ForeignKey } => Clash.Gone,
        _ => Clash.None,
    };
}
