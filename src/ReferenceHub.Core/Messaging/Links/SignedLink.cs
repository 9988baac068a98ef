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

    /// <summary>An account owner answers one ask; the subject is the candidate, the holder the owner.</summary>
    OwnerAnswer,

    /// <summary>Legal answers one ask; the subject is the candidate, the holder the person of legal.</summary>
    LegalAnswer,

    /// <summary>A contact answers one ask, proposes times, and looks at what was agreed; the subject is the candidate, the holder the contact.</summary>
    CustomerAnswer,

    /// <summary>A contact changes what they are willing to do, and how much of it; the subject is the contact.</summary>
    ContactLimits,

    /// <summary>A contact pauses; the subject is the contact.</summary>
    ContactPause,

    /// <summary>A contact reads what is known of them; the subject is the contact.</summary>
    ContactRecord,

    /// <summary>A contact withdraws consent; the subject is the contact.</summary>
    ContactWithdrawal,

    /// <summary>The contact's or requester's survey after a use; the subject is the candidate.</summary>
    Survey,

    /// <summary>A prospect reads what to expect of an agreed use; the subject is the candidate.</summary>
    ProspectInvitation,

    /// <summary>A person calls off mails of one kind; the subject is the person.</summary>
    Unsubscribe,

    /// <summary>Somebody without an account reads a process; the subject is the process, what it is for says who got it.</summary>
    Process,
}

/// <summary>A capability for one thing, given to whoever holds the address: expiring, revocable, counted. Not a sign-in.</summary>
public sealed class SignedLink : IVersioned
{
    /// <summary>Longest word on what it is for, in characters.</summary>
    public const int AboutLength = 60;

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

    /// <summary>Whom it was given to: a person, a person of legal or a contact; nobody in particular when null.</summary>
    public Guid? HolderId { get; private set; }

    /// <summary>What it is for within its purpose: the state of the ask it answers, the kind of message it calls off.</summary>
    public string? About { get; private set; }

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

    /// <summary>Says whom it was given to, and what it is for within its purpose.</summary>
    public SignedLink For(Guid? holderId, string? about)
    {
        HolderId = holderId;
        About = Guard.Optional(about, AboutLength, "About");
        return this;
    }

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
    public void Configure(EntityTypeBuilder<SignedLink> builder)
    {
        builder.Property(link => link.About).HasMaxLength(SignedLink.AboutLength);
        builder.HasIndex(link => new { link.SubjectId, link.Purpose });
    }
}
