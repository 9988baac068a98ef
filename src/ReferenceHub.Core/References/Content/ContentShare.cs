using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.References;

/// <summary>Content sent to a prospect by a link that expires and can be taken back.</summary>
public sealed class ContentShare : IVersioned
{
    /// <summary>Longest name of whom it is for, in characters.</summary>
    public const int RecipientLength = 150;

    /// <summary>Longest message, in characters.</summary>
    public const int MessageLength = 1000;

    /// <summary>Longest hash of a password, in characters.</summary>
    public const int PasswordHashLength = 200;

    private ContentShare()
    {
    }

    /// <summary>A share that its link opens until it ends.</summary>
    public ContentShare(Guid id, SignedLink link, string recipient, string? message, Guid? opportunityId, string? passwordHash, Guid createdById, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(link);
        Id = id;
        LinkId = link.Id;
        ExpiresAt = link.ExpiresAt;
        Recipient = Guard.Required(recipient?.ReplaceLineEndings(" "), RecipientLength, "Recipient");
        Message = Guard.Optional(message, MessageLength, "Message");
        OpportunityId = opportunityId;
        PasswordHash = passwordHash;
        CreatedById = createdById;
        CreatedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The link that opens it.</summary>
    public Guid LinkId { get; private set; }

    /// <summary>Whom it is for.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>What the sender says.</summary>
    public string? Message { get; private set; }

    /// <summary>The deal it serves.</summary>
    public Guid? OpportunityId { get; private set; }

    /// <summary>Hash of the password that opens it; none when null.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>Who shares.</summary>
    public Guid CreatedById { get; private set; }

    /// <summary>Since when (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Until when (UTC).</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was taken back (UTC).</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What is shared, in order.</summary>
    public List<ContentShareItem> Items { get; private set; } = [];

    /// <summary>Whether it opens now.</summary>
    public bool IsOpen(DateTime now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Takes it back.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;

    /// <summary>Somebody else shares it from now on, and it shows what they may share.</summary>
    public void HandTo(Guid senderId) => CreatedById = senderId;

    /// <summary>Serves another deal from now on: the two were one.</summary>
    public void MoveToDeal(Guid opportunityId) => OpportunityId = opportunityId;
}

/// <summary>One piece of content in a share.</summary>
public sealed class ContentShareItem
{
    private ContentShareItem()
    {
    }

    /// <summary>Content at a place, from 0.</summary>
    public ContentShareItem(Guid shareId, Guid assetId, int place)
    {
        ShareId = shareId;
        AssetId = assetId;
        Place = place;
    }

    /// <summary>The share.</summary>
    public Guid ShareId { get; private set; }

    /// <summary>The content.</summary>
    public Guid AssetId { get; private set; }

    /// <summary>Place in the share, from 0.</summary>
    public int Place { get; private set; }
}

internal sealed class ContentShareConfiguration : IEntityTypeConfiguration<ContentShare>
{
    public void Configure(EntityTypeBuilder<ContentShare> builder)
    {
        builder.Property(share => share.Recipient).HasMaxLength(ContentShare.RecipientLength);
        builder.Property(share => share.Message).HasMaxLength(ContentShare.MessageLength);
        builder.Property(share => share.PasswordHash).HasMaxLength(ContentShare.PasswordHashLength);
        builder.HasOne<SignedLink>().WithMany().HasForeignKey(share => share.LinkId);
        builder.HasOne<Deals.Opportunity>().WithMany().HasForeignKey(share => share.OpportunityId);
        builder.HasIndex(share => new { share.CreatedById, share.CreatedAt });
    }
}

internal sealed class ContentShareItemConfiguration : IEntityTypeConfiguration<ContentShareItem>
{
    public void Configure(EntityTypeBuilder<ContentShareItem> builder)
    {
        builder.HasKey(item => new { item.ShareId, item.AssetId });
        builder.HasOne<ContentShare>().WithMany(share => share.Items).HasForeignKey(item => item.ShareId);
        builder.HasOne<Asset>().WithMany().HasForeignKey(item => item.AssetId);
    }
}
