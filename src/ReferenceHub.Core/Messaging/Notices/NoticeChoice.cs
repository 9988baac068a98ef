using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>How a person wants the mails of one kind.</summary>
public enum Delivery
{
    /// <summary>At once, outside quiet hours.</summary>
    Now,

    /// <summary>With the daily digest.</summary>
    Digest,

    /// <summary>Not by mail; the inbox has it all the same.</summary>
    Off,
}

/// <summary>What a person chose for one kind of message; without a row the kind's usual delivery holds.</summary>
public sealed class NoticeChoice : IVersioned
{
    private NoticeChoice()
    {
    }

    /// <summary>A person's choice for a kind.</summary>
    public NoticeChoice(Guid userId, string kind, Delivery delivery)
    {
        UserId = userId;
        Kind = Guard.Required(kind, OutboxMessage.KindLength, "Kind");
        Delivery = delivery;
    }

    /// <summary>Whose choice.</summary>
    public Guid UserId { get; private set; }

    /// <summary>For which kind of message.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>How.</summary>
    public Delivery Delivery { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Chooses again.</summary>
    public void Choose(Delivery delivery) => Delivery = delivery;
}

/// <summary>When a person is not to be mailed, and when the digest comes; minutes after midnight in the person's zone.</summary>
public sealed class NoticeHours : IVersioned
{
    /// <summary>Start of quiet hours unless chosen otherwise: 20:00.</summary>
    public const int UsualFrom = 20 * 60;

    /// <summary>End of quiet hours unless chosen otherwise: 07:00.</summary>
    public const int UsualUntil = 7 * 60;

    /// <summary>Time of the digest unless chosen otherwise: 08:00.</summary>
    public const int UsualDigest = 8 * 60;

    private const int LastMinute = (24 * 60) - 1;

    private NoticeHours()
    {
    }

    /// <summary>The usual hours of a person.</summary>
    public NoticeHours(Guid userId) => UserId = userId;

    /// <summary>Whose hours.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Start of quiet hours; the same as the end means none.</summary>
    public int QuietFrom { get; private set; } = UsualFrom;

    /// <summary>End of quiet hours.</summary>
    public int QuietUntil { get; private set; } = UsualUntil;

    /// <summary>Time of the daily digest.</summary>
    public int DigestAt { get; private set; } = UsualDigest;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Chooses other hours.</summary>
    public void Choose(int quietFrom, int quietUntil, int digestAt)
    {
        QuietFrom = Guard.Between(quietFrom, 0, LastMinute, "Quiet from");
        QuietUntil = Guard.Between(quietUntil, 0, LastMinute, "Quiet until");
        DigestAt = Guard.Between(digestAt, 0, LastMinute, "Digest at");
    }
}

internal sealed class NoticeChoiceConfiguration : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.HasKey(choice => new { choice.UserId, choice.Kind });
        builder.Property(choice => choice.Kind).HasMaxLength(OutboxMessage.KindLength);
        builder.HasOne<User>().WithMany().HasForeignKey(choice => choice.UserId);
    }
}

internal sealed class NoticeHoursConfiguration : IEntityTypeConfiguration<NoticeHours>
{
    public void Configure(EntityTypeBuilder<NoticeHours> builder)
    {
        builder.HasKey(hours => hours.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(hours => hours.UserId);
    }
}
