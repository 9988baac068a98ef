using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>The one thing a link allows.</summary>
public enum LinkPurpose
{
    /// <summary>A new colleague chooses their first password; the subject is the person.</summary>
    Invitation,

    /// <summary>A person chooses a new password; the subject is the person.</summary>
    PasswordReset,

    /// <summary>A prospect reads content shared with them; the subject is the share.</summary>
    ContentShare,
}

/// <summary>A capability for one thing, given to whoever holds the address: expiring, revocable, counted. Not a sign-in.</summary>
public sealed class SignedLink : IVersioned
{
    private SignedLink()
    {
    }

    /// <summary>A link that works until <paramref name="expiresAt"/>, at most <paramref name="mostUses"/> times.</summary>
    public SignedLink(Guid id, LinkPurpose purpose, Guid subjectId, DateTime now, DateTime expiresAt, int mostUses = 1)
    {
        Id = id;
        Purpose = purpose;
        SubjectId = subjectId;
        CreatedAt = now;
        ExpiresAt = expiresAt;
        MostUses = Guard.Between(mostUses, 1, 1000, "Uses");
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it allows.</summary>
    public LinkPurpose Purpose { get; private set; }

    /// <summary>Whom or what it is about.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>When it was given (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it stops working (UTC).</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>How often it may be used.</summary>
    public int MostUses { get; private set; }

    /// <summary>How often it was used.</summary>
    public int Uses { get; private set; }

    /// <summary>When it was last used (UTC).</summary>
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>When it was taken back (UTC).</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Whether it works now.</summary>
    public bool IsOpen(DateTime now) => RevokedAt is null && Uses < MostUses && now < ExpiresAt;

    /// <summary>Counts one use.</summary>
    public void Use(DateTime now)
    {
        if (!IsOpen(now))
        {
            throw new IllegalMoveException("This link no longer works.");
        }

        Uses++;
        LastUsedAt = now;
    }

    /// <summary>Takes it back.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}

internal sealed class SignedLinkConfiguration : IEntityTypeConfiguration<SignedLink>
{
    public void Configure(EntityTypeBuilder<SignedLink> builder) =>
        builder.HasIndex(link => new { link.SubjectId, link.Purpose });
}
