using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Database.SqlServer;

/// <summary>SQL Server as the database.</summary>
public static class SqlServerDatabase
{
    /// <summary>Points the context at a SQL Server (2019 or later), with this project's migrations.</summary>
    public static DbContextOptionsBuilder UseReferenceHubSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlServer(connectionString, server => server.MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(SqlServerClashes.Instance);
}
