using FluentValidation;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Features.Messages;

/// <summary>Which text a page is about, as its address says.</summary>
public sealed record TextAddress(string? Language, string? Activity)
{
    /// <summary>The text of a kind.</summary>
    public MessageTextKey Of(string kind) => new(kind, string.IsNullOrEmpty(Language) ? MailLanguages.Fallback : Language, Activity ?? "");

    /// <summary>The address of a text.</summary>
    public static string Path(MessageTextKey key, string? under = null)
    {
        var query = string.Join('&', new[] { key.Language == MailLanguages.Fallback ? null : $"language={key.Language}", key.Activity.Length == 0 ? null : $"activity={key.Activity}" }.OfType<string>());
        return $"/admin/messages/{key.Kind}{under}{(query.Length == 0 ? "" : "?" + query)}";
    }
}

/// <summary>What the editor of a text sends.</summary>
public sealed class MessageTextForm
{
    public string? Subject { get; set; }

    public string? Body { get; set; }

    /// <summary>Version the form was made from; 0 while the text was not edited.</summary>
    public int Version { get; set; }

    /// <summary>The typed text.</summary>
    public MessageText ToText() => new(Subject ?? "", Body ?? "");
}

public sealed class MessageTextFormValidator : AbstractValidator<MessageTextForm>
{
    public MessageTextFormValidator()
    {
        RuleFor(form => form.Subject).NotEmpty().WithMessage("Write a subject.").MaximumLength(OutboxMessage.SubjectLength);
        RuleFor(form => form.Body).NotEmpty().WithMessage("Write a text.").MaximumLength(MessageTemplate.BodyLength);
    }
}

/// <summary>The editor of one text.</summary>
public sealed record MessageTextView(TextPage Page, MessageTextForm Form, string? ActivityName, MessageText? Theirs = null);

/// <summary>All kinds of messages, those of one activity type when it is given, and which texts were edited.</summary>
public sealed record MessageTextList(IReadOnlyList<MessageKind> Kinds, IReadOnlyList<MessageTextKey> Edited, IReadOnlyList<(string Key, string Name)> Activities, string? Activity);
