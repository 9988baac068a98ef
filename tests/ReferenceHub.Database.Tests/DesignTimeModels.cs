using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using ReferenceHub.Core.Data;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>Contexts of a provider that nobody connects: for models, scripts and SQL text.</summary>
internal static class DesignTimeModels
{
    public static ReferenceHubDbContext Context(DatabaseProvider provider)
    {
        var options = new DbContextOptionsBuilder<ReferenceHubDbContext>();
        DatabaseServices.Use(options, provider, provider switch
        {
            DatabaseProvider.Sqlite => "Data Source=nowhere.db",
            DatabaseProvider.PostgreSql => "Host=nowhere.invalid",
            _ => "Server=nowhere.invalid",
        });
        return new ReferenceHubDbContext(options.Options, ContextServices.Standalone());
    }

    public static IModel Of(DatabaseProvider provider)
    {
        using var db = Context(provider);
        return db.GetService<IDesignTimeModel>().Model;
    }
}
