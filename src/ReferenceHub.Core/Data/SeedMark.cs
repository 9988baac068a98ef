using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.Data;

/// <summary>Says that a set of first data is complete: the last row of the transaction that wrote it.</summary>
public sealed class SeedMark
{
    /// <summary>Longest name of a set, in characters.</summary>
    public const int NameLength = 40;

    private SeedMark()
    {
    }

    /// <summary>A set that is complete.</summary>
    public SeedMark(string name, int size, DateTime now)
    {
        Name = name;
        Size = size;
        At = now;
    }

    /// <summary>Key: "demo".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Customers asked for.</summary>
    public int Size { get; private set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; private set; }
}

internal sealed class SeedMarkConfiguration : IEntityTypeConfiguration<SeedMark>
{
    public void Configure(EntityTypeBuilder<SeedMark> builder)
    {
        builder.HasKey(mark => mark.Name);
        builder.Property(mark => mark.Name).HasMaxLength(SeedMark.NameLength);
    }
}
