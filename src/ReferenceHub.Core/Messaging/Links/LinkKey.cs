using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.Messaging;

/// <summary>
/// The hash of one token of a link. The token itself is made when the mail goes out and stands nowhere else,
/// so a mail that is sent twice carries two tokens, and both work.
/// </summary>
public sealed class LinkKey
{
    /// <summary>Length of a SHA-256 hash in hex.</summary>
    public const int HashLength = 64;

    /// <summary>Length of a token: 256 bits in base64url.</summary>
    public const int TokenLength = 43;

    private LinkKey()
    {
    }

    private LinkKey(Guid id, Guid linkId, string hash, DateTime now)
    {
        Id = id;
        LinkId = linkId;
        Hash = hash;
        CreatedAt = now;
    }

    /// <summary>Key of the row.</summary>
    public Guid Id { get; private set; }

    /// <summary>The link it opens.</summary>
    public Guid LinkId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When the token was made (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>A new token for a link: the row keeps its hash only.</summary>
    public static (LinkKey Key, string Token) Make(Guid id, Guid linkId, DateTime now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new LinkKey(id, linkId, HashOf(token), now), token);
    }

    /// <summary>How a token is kept.</summary>
    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class LinkKeyConfiguration : IEntityTypeConfiguration<LinkKey>
{
    public void Configure(EntityTypeBuilder<LinkKey> builder)
    {
        builder.Property(key => key.Hash).HasMaxLength(LinkKey.HashLength);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.HasOne<SignedLink>().WithMany().HasForeignKey(key => key.LinkId);
    }
}
