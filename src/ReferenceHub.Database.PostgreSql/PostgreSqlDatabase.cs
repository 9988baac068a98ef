using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Database.PostgreSql;

/// <summary>PostgreSQL as the database.</summary>
public static class PostgreSqlDatabase
{
    /// <summary>Points the context at a PostgreSQL server, with this project's migrations.</summary>
    public static DbContextOptionsBuilder UseReferenceHubPostgreSql(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.GetName().Name).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(PostgreSqlClashes.Instance);
}
