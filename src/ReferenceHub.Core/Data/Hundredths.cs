using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ReferenceHub.Core.Data;

/// <summary>Amounts in the program's currency stored as whole hundredths, so that all databases compare them alike.</summary>
internal static class Hundredths
{
    /// <summary>Stores the amount as whole hundredths.</summary>
    public static PropertyBuilder<decimal> HasHundredths(this PropertyBuilder<decimal> property) =>
        property.HasConversion(new ValueConverter<decimal, long>(amount => (long)decimal.Round(amount * 100m), stored => stored / 100m));

    /// <summary>Stores the amount as whole hundredths, or nothing.</summary>
    public static PropertyBuilder<decimal?> HasHundredths(this PropertyBuilder<decimal?> property) =>
        property.HasConversion(new ValueConverter<decimal, long>(amount => (long)decimal.Round(amount * 100m), stored => stored / 100m));
}
