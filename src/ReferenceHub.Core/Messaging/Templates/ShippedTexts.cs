using System.Collections.Concurrent;

namespace ReferenceHub.Core.Messaging;

/// <summary>Subject and body of a message, with places.</summary>
public sealed record MessageText(string Subject, string Body);

/// <summary>
/// The texts that ship: one file a kind and language, its first line the subject, Markdown from the third line on. Notices without a
/// text of their own share one.
/// </summary>
public static class ShippedTexts
{
    private const string AnyNotice = "notice";
    private static readonly ConcurrentDictionary<(string Kind, string Language), MessageText?> Read = new();

    /// <summary>The shipped text in a language, or in English where that language has none.</summary>
    public static MessageText Of(MessageKind kind, string language)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Find(kind.Key, language)
            ?? Find(kind.Key, MailLanguages.Fallback)
            ?? (kind.IsNotice ? Find(AnyNotice, MailLanguages.Fallback) : null)
            ?? throw new InvalidOperationException($"No text ships for '{kind.Key}'.");
    }

    /// <summary>Whether a kind has a text of its own in a language.</summary>
    public static bool Has(string kind, string language) => Find(kind, language) is not null;

    private static MessageText? Find(string kind, string language) => Read.GetOrAdd((kind, language), key =>
    {
        using var stream = typeof(ShippedTexts).Assembly.GetManifestResourceStream($"Messages.{key.Language}.{key.Kind}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var subject = reader.ReadLine()!.Trim();
        return new MessageText(subject, reader.ReadToEnd().ReplaceLineEndings("\n").Trim());
    });
}
