using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.Data;

/// <summary>A key of the host's data protection, shared by all nodes through the database.</summary>
public sealed class ProtectionKey
{
    private ProtectionKey()
    {
    }

    /// <summary>A key as the host wrote it.</summary>
    public ProtectionKey(Guid id, string name, string xml)
    {
        Id = id;
        Name = name;
        Xml = xml;
    }

    /// <summary>Key of the row.</summary>
    public Guid Id { get; private set; }

    /// <summary>The host's name for it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The key.</summary>
    public string Xml { get; private set; } = "";
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.Property(key => key.Xml).IsLongText();
}
