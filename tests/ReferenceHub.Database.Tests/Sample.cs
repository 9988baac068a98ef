using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Database.Tests;

/// <summary>A telling value for a column: strings fill their length, times have odd milliseconds.</summary>
internal static class Sample
{
    public static bool IsNeeded(IProperty property) =>
        property.Name != nameof(IVersioned.Version) && property.ValueGenerated == ValueGenerated.Never || property.IsPrimaryKey() && property.ClrType == typeof(Guid);

    public static object? Of(IProperty property, int seed)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            _ when type == typeof(string) => Text(property, seed),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1),
            _ when type == typeof(Guid) => new Guid(seed, 7, 7, [1, 2, 3, 4, 5, 6, 7, (byte)property.GetIndex()]),
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1000 + seed,
            _ when type == typeof(short) => (short)(100 + seed),
            _ when type == typeof(long) => 5_000_000_000 + seed,
            _ when type == typeof(double) => 0.25 + seed,
            _ when type == typeof(DateTime) => new DateTime(2026, 3, 29, 1, 30, 0, 123, DateTimeKind.Utc).AddMinutes(seed),
            _ when type == typeof(DateOnly) => new DateOnly(2024, 2, 29).AddDays(seed),
            _ when type == typeof(TimeOnly) => new TimeOnly(17, 30),
            _ when type == typeof(byte[]) => Enumerable.Repeat((byte)seed, property.GetMaxLength() is > 0 and var bound ? Math.Min(bound, 5000) : 5000).ToArray(),
            _ => null,
        };
    }

    private static string Text(IProperty property, int seed)
    {
        var start = seed.ToString(CultureInfo.InvariantCulture);
        var length = property.GetMaxLength() is > 0 and var bound ? bound : 5000;
        return length <= start.Length ? start[^length..] : start + string.Concat(Enumerable.Repeat("äß語x", length / 4 + 1))[..(length - start.Length)];
    }
}
