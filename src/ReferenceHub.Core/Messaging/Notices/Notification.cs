using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>Whether a notice also goes out by mail.</summary>
public enum NoticeMail
{
    /// <summary>Shown in the product only.</summary>
    None,

    /// <summary>To be mailed when its time comes: alone, or with others that wait for the same person.</summary>
    Waiting,

    /// <summary>Waits for the person's daily digest.</summary>
    Digest,

    /// <summary>Written into the outbox.</summary>
    Mailed,
}

/// <summary>One line of a person's inbox, written in the same transaction as its cause.</summary>
public sealed class Notification
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 1000;

    /// <summary>Longest path, in characters.</summary>
    public const int PathLength = 300;

    private Notification()
    {
    }

    /// <summary>Something a person should know; <paramref name="path"/> leads to it, <paramref name="mailDueAt"/> says when its mail may go (UTC).</summary>
    public Notification(Guid id, Guid userId, string kind, string title, string? text, string path, DateTime now, NoticeMail mail, DateTime? mailDueAt)
    {
        Id = id;
        UserId = userId;
        Kind = Guard.Required(kind, OutboxMessage.KindLength, "Kind");
        Title = Guard.Required(Guard.Cut(title, TitleLength), TitleLength, "Title");
        Text = Guard.Optional(text is null ? null : Guard.Cut(text, TextLength), TextLength, "Text");
        Path = Guard.Required(path, PathLength, "Path");
        At = now;
        Mail = mail;
        MailDueAt = mailDueAt;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose inbox.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Key of the kind of message.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What happened, in a line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The lines under it.</summary>
    public string? Text { get; private set; }

    /// <summary>Where it is looked at or done, as a path of this site.</summary>
    public string Path { get; private set; } = "";

    /// <summary>When its cause happened (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>When it was read (UTC).</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Whether it goes out by mail too.</summary>
    public NoticeMail Mail { get; private set; }

    /// <summary>When its mail may go (UTC): after a short wait for more, outside quiet hours, or with the digest.</summary>
    public DateTime? MailDueAt { get; private set; }

    /// <summary>Read, or unread again.</summary>
    public void MarkRead(DateTime? at) => ReadAt = at;
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(notice => notice.Kind).HasMaxLength(OutboxMessage.KindLength);
        builder.Property(notice => notice.Title).HasMaxLength(Notification.TitleLength);
        builder.Property(notice => notice.Text).HasMaxLength(Notification.TextLength);
        builder.Property(notice => notice.Path).HasMaxLength(Notification.PathLength);
        builder.HasOne<User>().WithMany().HasForeignKey(notice => notice.UserId);
        builder.HasIndex(notice => new { notice.UserId, notice.At });
        builder.HasIndex(notice => new { notice.UserId, notice.ReadAt });
        builder.HasIndex(notice => new { notice.Mail, notice.MailDueAt });
    }
}
