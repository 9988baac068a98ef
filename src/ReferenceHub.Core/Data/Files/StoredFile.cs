using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.Data;

/// <summary>Bytes kept once, whoever gives them to the program and under whatever name; addressed by their SHA-256.</summary>
public sealed class StoredFile
{
    /// <summary>Largest file, in bytes (25 MB).</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    /// <summary>Length of a SHA-256 in hex.</summary>
    public const int HashLength = 64;

    /// <summary>Longest content type, in characters.</summary>
    public const int TypeLength = 100;

    private StoredFile()
    {
    }

    /// <summary>Bytes that were just taken in; complete once all parts stand beside it.</summary>
    public StoredFile(string hash, int bytes, string contentType, DateTime now)
    {
        Hash = Guard.Required(hash, HashLength, "Hash");
        Bytes = Guard.Between(bytes, 0, MostBytes, "Size");
        ContentType = Guard.Required(contentType, TypeLength, "Content type");
        KeptAt = now;
    }

    /// <summary>SHA-256 of the bytes in hex; key.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Size in bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>Type found by looking at the first bytes, never as the sender said.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>When it was last taken in (UTC).</summary>
    public DateTime KeptAt { get; private set; }

    /// <summary>The same bytes were given again: they are not swept away before somebody names them.</summary>
    public void KeepAgain(DateTime now) => KeptAt = now;
}

/// <summary>A stretch of a file's bytes, so that files are written and read as a stream on every database.</summary>
public sealed class StoredFilePart
{
    /// <summary>Most bytes of a part.</summary>
    public const int MostBytes = 256 * 1024;

    private StoredFilePart()
    {
    }

    /// <summary>The part at a place, counted from 0.</summary>
    public StoredFilePart(string hash, int place, byte[] content)
    {
        Hash = hash;
        Place = place;
        Content = content;
    }

    /// <summary>The file it belongs to.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Place among the parts, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>The bytes.</summary>
    public byte[] Content { get; private set; } = [];
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.HasKey(file => file.Hash);
        builder.Property(file => file.Hash).HasMaxLength(StoredFile.HashLength);
        builder.Property(file => file.ContentType).HasMaxLength(StoredFile.TypeLength);
    }
}

internal sealed class StoredFilePartConfiguration : IEntityTypeConfiguration<StoredFilePart>
{
    public void Configure(EntityTypeBuilder<StoredFilePart> builder)
    {
        builder.HasKey(part => new { part.Hash, part.Place });
        builder.Property(part => part.Hash).HasMaxLength(StoredFile.HashLength);
        builder.Property(part => part.Content).HasMaxLength(-1);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(part => part.Hash);
    }
}
