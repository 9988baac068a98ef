using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Database.Sqlite;

/// <summary>How `dotnet ef` makes the context; nothing is ever opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<ReferenceHubDbContext>
{
    public ReferenceHubDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ReferenceHubDbContext>();
        options.UseReferenceHubSqlite("Data Source=design-time.db");
        return new ReferenceHubDbContext(options.Options, ContextServices.Standalone());
    }
}
