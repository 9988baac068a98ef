using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Testing.Databases;

/// <summary>A database with the present schema a provider, made once a run; tests get copies, which is much faster than making each.</summary>
internal static class DatabaseTemplates
{
    private static readonly ConcurrentDictionary<(DatabaseProvider, bool), Lazy<string>> Templates = new();
    private static readonly Lock CopyTurn = new();
    private static int count;

    /// <summary>A copy, and what removes it.</summary>
    public static (string ConnectionString, Action Drop) Copy(DatabaseProvider provider, bool empty = false) => provider switch
    {
        DatabaseProvider.Sqlite => CopySqlite(empty),
        DatabaseProvider.PostgreSql => CopyPostgres(empty),
        DatabaseProvider.SqlServer => MakeSqlServer(empty),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    private static (string, Action) CopySqlite(bool empty)
    {
        var template = Template(DatabaseProvider.Sqlite, empty, () => Path.Combine(TestRun.Folder, $"template_{NextName()}.db"), file => $"Data Source={file};Pooling=False");
        var copy = Path.Combine(TestRun.Folder, $"{NextName()}.db");
        File.Copy(template, copy);
        var connectionString = $"Data Source={copy}";
        return (connectionString, () => DropSqlite(connectionString, copy));
    }

    private static void DropSqlite(string connectionString, string path)
    {
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
        foreach (var file in Directory.GetFiles(TestRun.Folder, Path.GetFileName(path) + "*"))
        {
            File.Delete(file);
        }
    }

    private static (string, Action) CopyPostgres(bool empty)
    {
        var template = Template(DatabaseProvider.PostgreSql, empty, NextName, name => new NpgsqlConnectionStringBuilder(PostgresServer.Database(name)) { Pooling = false }.ConnectionString);
        var name = NextName();
        lock (CopyTurn)
        {
            PostgresServer.Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        }

        return (PostgresServer.Database(name), () => PostgresServer.Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    private static (string, Action) MakeSqlServer(bool empty)
    {
        var builder = new SqlConnectionStringBuilder(SqlServerUnderTest.ConnectionString) { InitialCatalog = NextName() };
        using var services = TestServices.Build(DatabaseProvider.SqlServer, builder.ConnectionString, TimeProvider.System);
        Make(services, DatabaseProvider.SqlServer, builder.ConnectionString, empty);
        return (builder.ConnectionString, () => DropSqlServer(builder.ConnectionString));
    }

    private static void DropSqlServer(string connectionString)
    {
        using var services = TestServices.Build(DatabaseProvider.SqlServer, connectionString, TimeProvider.System);
        using var db = TestServices.Context(services, DatabaseProvider.SqlServer, connectionString);
        db.Database.EnsureDeleted();
    }

    private static string Template(DatabaseProvider provider, bool empty, Func<string> name, Func<string, string> connectionString) =>
        Templates.GetOrAdd((provider, empty), _ => new Lazy<string>(() =>
        {
            var made = name();
            var address = connectionString(made);
            using var services = TestServices.Build(provider, address, TimeProvider.System);
            Make(services, provider, address, empty);
            return made;
        })).Value;

    private static void Make(IServiceProvider services, DatabaseProvider provider, string connectionString, bool empty)
    {
        using var db = TestServices.Context(services, provider, connectionString);
        db.Database.Migrate();

        if (!empty)
        {
            ReferenceRows.AddAsync(services).GetAwaiter().GetResult();
        }
    }

    private static string NextName() => $"test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
}
