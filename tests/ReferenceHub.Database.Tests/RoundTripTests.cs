using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ReferenceHub.Core.Data;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>Every entity is written and read alike, and its keys and versions hold, on every database.</summary>
public abstract class RoundTripTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task Every_entity_comes_back_as_it_was_saved()
    {
        using var database = TestDatabase.Create(provider, empty: true);
        await using var db = database.Context();
        var samples = new SampleRows(db);
        await samples.SaveOneOfEachAsync();

        await using var later = database.Context();
        foreach (var type in samples.Types)
        {
            var saved = samples.Of(type);
            var read = await FindAsync(later, type, saved);
            foreach (var property in type.GetProperties())
            {
                Comparable(read.Property(property.Name).CurrentValue)
                    .ShouldBe(Comparable(saved.Property(property.Name).CurrentValue), $"{type.DisplayName()}.{property.Name}");
            }
        }
    }

    [DatabaseFact]
    public async Task Of_two_people_who_change_a_row_at_once_the_second_is_told()
    {
        using var database = TestDatabase.Create(provider, empty: true);
        await using var db = database.Context();
        var samples = new SampleRows(db);
        await samples.SaveOneOfEachAsync();

        foreach (var type in samples.Types.Where(type => typeof(IVersioned).IsAssignableFrom(type.ClrType)))
        {
            await using var first = database.Context();
            await using var second = database.Context();
            Touch(await FindAsync(first, type, samples.Of(type)));
            Touch(await FindAsync(second, type, samples.Of(type)));
            await first.SaveChangesAsync();
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(), type.DisplayName());
        }
    }

    [DatabaseFact]
    public async Task Every_unique_key_holds()
    {
        using var database = TestDatabase.Create(provider, empty: true);
        await using var db = database.Context();
        var samples = new SampleRows(db);
        await samples.SaveOneOfEachAsync();

        var seed = 500;
        foreach (var index in samples.Types.SelectMany(type => type.GetIndexes()).Where(index => index.IsUnique))
        {
            var type = index.DeclaringEntityType;
            var twin = samples.Add(type, seed++);
            foreach (var column in index.Properties)
            {
                twin.Property(column.Name).CurrentValue = samples.Of(type).Property(column.Name).CurrentValue;
            }

            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(), $"{index.GetDatabaseName()} of {type.DisplayName()}");
            twin.State = EntityState.Detached;
            foreach (var notice in db.ChangeTracker.Entries<ChangeNotice>().Where(entry => entry.State == EntityState.Added).ToList())
            {
                notice.State = EntityState.Detached;
            }
        }
    }

    private static async Task<EntityEntry> FindAsync(DbContext db, IEntityType type, EntityEntry saved)
    {
        var key = type.FindPrimaryKey()!.Properties.Select(property => saved.Property(property.Name).CurrentValue).ToArray();
        return db.Entry((await db.FindAsync(type.ClrType, key)).ShouldNotBeNull(type.DisplayName()));
    }

    private static void Touch(EntityEntry row)
    {
        var column = row.Metadata.GetProperties().First(property => !property.IsKey() && !property.IsForeignKey() && !property.IsConcurrencyToken);
        row.Property(column.Name).IsModified = true;
    }

    private static object? Comparable(object? value) => value switch
    {
        DateTime time => (time, time.Kind),
        string or ValueType or null => value,
        _ => JsonSerializer.Serialize(value),
    };
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class RoundTripOnSqlite() : RoundTripTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class RoundTripOnPostgreSql() : RoundTripTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class RoundTripOnSqlServer() : RoundTripTests(DatabaseProvider.SqlServer);
