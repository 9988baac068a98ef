using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.Data;

/// <summary>A file given to the program under a name: evidence of a permission, a version of content. Served as a download only.</summary>
public sealed class Attachment
{
    /// <summary>Longest file name, in characters.</summary>
    public const int NameLength = 200;

    private Attachment()
    {
    }

    /// <summary>A stored file under a name, about a customer.</summary>
    public Attachment(Guid id, StoredFile file, string name, Guid? customerId, Guid? addedById, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(file);
        Id = id;
        Hash = file.Hash;
        Bytes = file.Bytes;
        ContentType = file.ContentType;
        Name = Guard.Required(name, NameLength, "File name");
        CustomerId = customerId;
        AddedById = addedById;
        AddedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The bytes.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Name shown and offered when it is saved.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Type by its first bytes.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Size in bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>The customer it is about.</summary>
    public Guid? CustomerId { get; private set; }

    /// <summary>Who gave it.</summary>
    public Guid? AddedById { get; private set; }

    /// <summary>When it was given (UTC).</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>It is about another customer from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId) => CustomerId = customerId;
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.Property(file => file.Hash).HasMaxLength(StoredFile.HashLength);
        builder.Property(file => file.Name).HasMaxLength(Attachment.NameLength);
        builder.Property(file => file.ContentType).HasMaxLength(StoredFile.TypeLength);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.Hash);
        builder.HasIndex(file => file.CustomerId);
    }
}
