using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Database.SqlServer;

/// <summary>How `dotnet ef` makes the context; nothing is ever opened.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<ReferenceHubDbContext>
{
    public ReferenceHubDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ReferenceHubDbContext>();
        options.UseReferenceHubSqlServer("Server=localhost;Database=design-time");
        return new ReferenceHubDbContext(options.Options, ContextServices.Standalone());
    }
}
