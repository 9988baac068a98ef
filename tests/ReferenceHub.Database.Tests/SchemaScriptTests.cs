using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>Scripts that a database administrator may run by hand.</summary>
public sealed class SchemaScriptTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public void The_schema_is_written_as_a_script_for(DatabaseProvider provider)
    {
        using var db = DesignTimeModels.Context(provider);
        db.Database.GenerateCreateScript().ShouldContain("CREATE TABLE");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public void All_migrations_are_written_as_a_script_for(DatabaseProvider provider)
    {
        using var db = DesignTimeModels.Context(provider);
        var options = provider == DatabaseProvider.Sqlite ? MigrationsSqlGenerationOptions.Default : MigrationsSqlGenerationOptions.Idempotent;
        var script = db.GetService<IMigrator>().GenerateScript(options: options);
        script.ShouldContain("__EFMigrationsHistory");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public void The_migrations_bring_the_present_model_on(DatabaseProvider provider)
    {
        using var db = DesignTimeModels.Context(provider);
        if (db.Database.GetMigrations().Any())
        {
            db.Database.HasPendingModelChanges().ShouldBeFalse("run scripts/add-migration.sh");
        }
    }
}
