using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ReferenceHub.Core.Data;

/// <summary>What holds for every entity on every database.</summary>
public static class ModelConventions
{
    /// <summary>Length of a string that says nothing else.</summary>
    public const int ShortText = 200;

    /// <summary>Length of enums, which are stored by name.</summary>
    public const int EnumText = 40;

    internal static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<string>().HaveMaxLength(ShortText);
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumText);
    }

    internal static void Finish(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys().Where(key => !key.IsOwnership))
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            foreach (var id in entity.GetKeys().SelectMany(key => key.Properties).Where(id => id.ClrType == typeof(Guid)))
            {
                id.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => Checked(value),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
    {
        private static DateTime Checked(DateTime value) => value.Kind == DateTimeKind.Local
            ? throw new InvalidOperationException("Times are kept in UTC.")
            : value.CutToMilliseconds();
    }
}
