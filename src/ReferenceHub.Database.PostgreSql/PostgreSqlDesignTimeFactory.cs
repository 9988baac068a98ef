using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Database.PostgreSql;

/// <summary>How `dotnet ef` makes the context; nothing is ever opened.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<ReferenceHubDbContext>
{
    public ReferenceHubDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ReferenceHubDbContext>();
        options.UseReferenceHubPostgreSql("Host=localhost;Database=design-time");
        return new ReferenceHubDbContext(options.Options, ContextServices.Standalone());
    }
}
