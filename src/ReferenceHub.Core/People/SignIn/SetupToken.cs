using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>The one-time token with which the first administrator is made; its hash only. One row, replaced at each start that needs it.</summary>
public sealed class SetupToken : IVersioned
{
    /// <summary>Key of the only row.</summary>
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000002");

    private SetupToken()
    {
    }

    /// <summary>A row without a token yet.</summary>
    public SetupToken(DateTime now)
    {
        Id = OnlyId;
        MadeAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When the token was made (UTC).</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When it was used (UTC).</summary>
    public DateTime? UsedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Makes a fresh token and forgets the one before.</summary>
    public string Renew(DateTime now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        Hash = HashOf(token);
        MadeAt = now;
        UsedAt = null;
        return token;
    }

    /// <summary>Whether this is the token and it was not used.</summary>
    public bool Opens(string token) =>
        UsedAt is null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(token)), Encoding.ASCII.GetBytes(Hash));

    /// <summary>It has done its work.</summary>
    public void Use(DateTime now) => UsedAt = now;

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class SetupTokenConfiguration : IEntityTypeConfiguration<SetupToken>
{
    public void Configure(EntityTypeBuilder<SetupToken> builder) => builder.Property(token => token.Hash).HasMaxLength(64);
}
