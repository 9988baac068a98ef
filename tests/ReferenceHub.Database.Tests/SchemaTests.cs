using Microsoft.EntityFrameworkCore;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>A database is made, and every table of it can be read.</summary>
public abstract class SchemaTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task Every_table_can_be_read()
    {
        using var database = TestDatabase.Create(provider);
        await using var db = database.Context();
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => !entity.IsOwned()))
        {
            (await TableReader.CountAsync(db, entity.ClrType)).ShouldBeGreaterThanOrEqualTo(0, entity.DisplayName());
        }
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class SchemaOnSqlite() : SchemaTests(DatabaseProvider.Sqlite)
{
    [Fact]
    public async Task The_file_is_safe_and_open_to_readers()
    {
        using var database = TestDatabase.Create();
        await using var db = database.Context();
        await db.Database.OpenConnectionAsync();
        (await Pragma(db, "journal_mode")).ShouldBe("wal");
        (await Pragma(db, "synchronous")).ShouldBe("2");
        (await Pragma(db, "foreign_keys")).ShouldBe("1");
        (await Pragma(db, "busy_timeout")).ShouldBe("30000");
    }

    private static async Task<string?> Pragma(DbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class SchemaOnPostgreSql() : SchemaTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class SchemaOnSqlServer() : SchemaTests(DatabaseProvider.SqlServer);
