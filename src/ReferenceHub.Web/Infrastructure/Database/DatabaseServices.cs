using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Database.PostgreSql;
using ReferenceHub.Database.Sqlite;
using ReferenceHub.Database.SqlServer;

namespace ReferenceHub.Web.Infrastructure.Database;

/// <summary>The one place of Web that knows the context and the providers.</summary>
public static class DatabaseServices
{
    public static IServiceCollection AddReferenceHubDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(_ => DatabaseSettings.Read(configuration, environment.ContentRootPath));
        services.AddDbContext<ReferenceHubDbContext>((provider, options) =>
        {
            var settings = provider.GetRequiredService<DatabaseSettings>();
            Use(options, settings.Provider, settings.ConnectionString);
        });
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<DemoStart>();
        return services;
    }

    /// <summary>Points the context at a database of the given kind.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.Sqlite => options.UseReferenceHubSqlite(connectionString),
        DatabaseProvider.SqlServer => options.UseReferenceHubSqlServer(connectionString),
        DatabaseProvider.PostgreSql => options.UseReferenceHubPostgreSql(connectionString),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such database provider."),
    };
}
