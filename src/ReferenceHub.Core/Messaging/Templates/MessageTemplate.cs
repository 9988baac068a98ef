using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>An edited text of one kind of message, in one language, for all activity types or one; without a row the shipped text holds.</summary>
public sealed class MessageTemplate : IVersioned
{
    /// <summary>Longest body, in characters.</summary>
    public const int BodyLength = 8000;

    /// <summary>Longest language key (ISO 639-1), in characters.</summary>
    public const int LanguageLength = 10;

    /// <summary>Longest key of an activity type, in characters.</summary>
    public const int ActivityLength = 40;

    private MessageTemplate()
    {
    }

    /// <summary>A text; <paramref name="activityKey"/> is empty when it is for all activity types.</summary>
    public MessageTemplate(Guid id, string kind, string language, string activityKey, string subject, string body)
    {
        ArgumentNullException.ThrowIfNull(activityKey);
        Id = id;
        Kind = Guard.Required(kind, OutboxMessage.KindLength, "Kind");
        Language = Guard.Required(language, LanguageLength, "Language");
        ActivityKey = activityKey;
        Edit(subject, body);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Key of the kind of message.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Language (ISO 639-1).</summary>
    public string Language { get; private set; } = "";

    /// <summary>Activity type, or empty for all.</summary>
    public string ActivityKey { get; private set; } = "";

    /// <summary>Subject line with places such as {{customer}}.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Markdown with places.</summary>
    public string Body { get; private set; } = "";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Replaces the text.</summary>
    public void Edit(string subject, string body)
    {
        Subject = Guard.Required(subject, OutboxMessage.SubjectLength, "Subject");
        Body = Guard.Required(body, BodyLength, "Text");
    }
}

internal sealed class MessageTemplateConfiguration : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.Property(template => template.Kind).HasMaxLength(OutboxMessage.KindLength);
        builder.Property(template => template.Language).HasMaxLength(MessageTemplate.LanguageLength);
        builder.Property(template => template.ActivityKey).HasMaxLength(MessageTemplate.ActivityLength);
        builder.Property(template => template.Subject).HasMaxLength(OutboxMessage.SubjectLength);
        builder.Property(template => template.Body).HasMaxLength(MessageTemplate.BodyLength);
        builder.HasIndex(template => new { template.Kind, template.Language, template.ActivityKey }).IsUnique();
    }
}
