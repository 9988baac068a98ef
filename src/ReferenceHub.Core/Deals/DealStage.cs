using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Deals;

/// <summary>An open stage of a deal, in order; deals at or above the gate may ask without a sponsor.</summary>
public sealed class DealStage : IVersioned, ISettingsPart
{
    /// <summary>Longest key and name, in characters.</summary>
    public const int NameLength = 60;

    private DealStage()
    {
    }

    /// <summary>A stage at a place (1 = first).</summary>
    public DealStage(Guid id, string key, string name, int place, bool isGate)
    {
        Id = id;
        Key = Guard.Required(key, NameLength, "Key");
        Name = Guard.Required(name, NameLength, "Name");
        Place = place;
        IsGate = isGate;
    }

    /// <summary>Key of the row.</summary>
    public Guid Id { get; private set; }

    /// <summary>Stable key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>As shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Place in the order, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>Whether the gate stands here.</summary>
    public bool IsGate { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes name, place (1 = first) and whether the gate stands here; the key stays.</summary>
    public void Arrange(string name, int place, bool isGate)
    {
        Name = Guard.Required(name, NameLength, "Name");
        Place = place;
        IsGate = isGate;
    }

    /// <summary>The shipped stages; the gate is the third.</summary>
    public static IReadOnlyList<(string Key, string Name)> Shipped { get; } =
        [("qualify", "Qualify"), ("discover", "Discover"), ("proposal", "Proposal"), ("negotiate", "Negotiate")];
}

internal sealed class DealStageConfiguration : IEntityTypeConfiguration<DealStage>
{
    public void Configure(EntityTypeBuilder<DealStage> builder)
    {
        builder.Property(stage => stage.Key).HasMaxLength(DealStage.NameLength);
        builder.Property(stage => stage.Name).HasMaxLength(DealStage.NameLength);
        builder.HasIndex(stage => stage.Key).IsUnique();
    }
}
