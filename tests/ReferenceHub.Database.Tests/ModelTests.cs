using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReferenceHub.Core.Data;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>What every model must keep so that it runs on all three databases.</summary>
public sealed class ModelTests
{
    /// <summary>SQL Server's limit for the key of an index.</summary>
    private const int IndexKeyBytes = 1700;

    private const int Long = -1;

    private static readonly IModel Model = DesignTimeModels.Of(DatabaseProvider.SqlServer);

    public static TheoryData<string> Entities => [.. Model.GetEntityTypes().Select(entity => entity.Name)];

    [Fact]
    public void No_table_is_reached_by_two_cascades()
    {
        foreach (var table in Model.GetEntityTypes())
        {
            Cascades(table).GroupBy(path => path).Where(paths => paths.Count() > 1)
                .ShouldBeEmpty($"{table.DisplayName()} deletes the same table over two paths, which SQL Server refuses");
        }
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void Every_string_is_bounded_or_declared_long(string entity)
    {
        foreach (var text in Find(entity).GetProperties().Where(property => StoredType(property) == typeof(string)))
        {
            text.GetMaxLength().ShouldNotBeNull($"{entity}.{text.Name}: a text has a length, or is declared long by -1");
            if (text.GetMaxLength() == Long)
            {
                text.IsIndex().ShouldBeFalse($"{entity}.{text.Name} is long and in an index");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void Every_index_and_key_fits_SQL_Server(string entity)
    {
        var type = Find(entity);
        var keys = type.GetIndexes().Select(index => (Name: index.GetDatabaseName(), index.Properties))
            .Concat(type.GetKeys().Select(key => (Name: key.GetName(), key.Properties)));
        foreach (var (name, columns) in keys)
        {
            columns.Sum(Bytes).ShouldBeLessThanOrEqualTo(IndexKeyBytes, $"{name} of {entity}");
        }
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void No_unique_index_stands_over_a_nullable_column(string entity)
    {
        foreach (var index in Find(entity).GetIndexes().Where(index => index.IsUnique))
        {
            index.Properties.Where(property => property.IsNullable).ShouldBeEmpty($"{index.GetDatabaseName()}: databases disagree whether two nulls are the same");
        }
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void Every_column_has_a_type_that_all_databases_compare_alike(string entity)
    {
        foreach (var property in Find(entity).GetProperties())
        {
            var type = StoredType(property);
            new[] { typeof(DateTimeOffset), typeof(decimal), typeof(TimeSpan) }
                .ShouldNotContain(type, $"{entity}.{property.Name}: money is whole minor units, times are UTC DateTime");
        }
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void No_key_is_made_by_the_database(string entity)
    {
        Find(entity).FindPrimaryKey()!.Properties.Where(key => key.ClrType == typeof(Guid))
            .ShouldAllBe(key => key.ValueGenerated == ValueGenerated.Never);
    }

    [Fact]
    public void Everything_versioned_checks_its_version()
    {
        foreach (var entity in Model.GetEntityTypes().Where(type => typeof(IVersioned).IsAssignableFrom(type.ClrType)))
        {
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken.ShouldBeTrue(entity.DisplayName());
        }
    }

    [Fact]
    public void Every_entity_has_a_set()
    {
        var sets = typeof(ReferenceHubDbContext).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(property => property.PropertyType.GenericTypeArguments[0]);
        Model.GetEntityTypes().Where(entity => !entity.IsOwned()).Select(entity => entity.ClrType).Except(sets).ShouldBeEmpty();
    }

    private static IEntityType Find(string name) => Model.FindEntityType(name)!;

    private static IEnumerable<string> Cascades(IEntityType from) => from.GetReferencingForeignKeys()
        .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && key.DeclaringEntityType != from)
        .SelectMany(key => Cascades(key.DeclaringEntityType).Prepend(key.DeclaringEntityType.GetTableName()!));

    private static Type StoredType(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static int Bytes(IProperty property)
    {
        var type = StoredType(property);
        return type switch
        {
            _ when type == typeof(string) => (property.GetMaxLength() is > 0 and var length ? length : int.MaxValue / 4) * 2,
            _ when type == typeof(byte[]) => property.GetMaxLength() is > 0 and var length ? length : int.MaxValue / 2,
            _ when type == typeof(Guid) => 16,
            _ when type == typeof(bool) => 1,
            _ when type == typeof(int) || type == typeof(DateOnly) => 4,
            _ => 8,
        };
    }
}
