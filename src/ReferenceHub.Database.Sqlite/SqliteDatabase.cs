using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Database.Sqlite;

/// <summary>The embedded database: one file beside the application.</summary>
public static class SqliteDatabase
{
    /// <summary>Points the context at a SQLite file, with this project's migrations.</summary>
    public static DbContextOptionsBuilder UseReferenceHubSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(SqlitePragmas.Instance, SqliteClashes.Instance);
}
