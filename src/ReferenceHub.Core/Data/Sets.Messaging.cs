using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Messages to be sent.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>Links given to people.</summary>
    public DbSet<SignedLink> SignedLinks => Set<SignedLink>();

    /// <summary>Hashes of the tokens of links.</summary>
    public DbSet<LinkKey> LinkKeys => Set<LinkKey>();

    /// <summary>Follow-ups of people.</summary>
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    /// <summary>Calls, mails and meetings.</summary>
    public DbSet<LoggedAction> LoggedActions => Set<LoggedAction>();

    /// <summary>Lines of people's inboxes.</summary>
    public DbSet<Notification> Notifications => Set<Notification>();

    /// <summary>How people want mails of a kind.</summary>
    public DbSet<NoticeChoice> NoticeChoices => Set<NoticeChoice>();

    /// <summary>When people are not to be mailed.</summary>
    public DbSet<NoticeHours> NoticeHours => Set<NoticeHours>();

    /// <summary>Edited texts of messages.</summary>
    public DbSet<MessageTemplate> MessageTemplates => Set<MessageTemplate>();
}
