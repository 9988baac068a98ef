using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Usage;

/// <summary>What to expect of a use, in the language of who reads it.</summary>
public static class ExpectTexts
{
    private const string Heading = "## ";

    private static readonly Lazy<Dictionary<(string Language, string Key), string>> Shipped = new(() =>
        MailLanguages.All.Where(language => language != MailLanguages.Fallback).SelectMany(Read).ToDictionary(text => (text.Language, text.Key), text => text.Words));

    /// <summary>The shipped text in that language (ISO 639-1) while the type's own is the shipped one; what somebody wrote stays as it was written.</summary>
    public static string? ExpectIn(this ActivityType type, string? language)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Expect is { } words && language is not null && words == ShippedTexts.Of(type.Key).Expect?.Trim() ? Shipped.Value.GetValueOrDefault((language, type.Key), words) : type.Expect;
    }

    private static IEnumerable<(string Language, string Key, string Words)> Read(string language)
    {
        using var stream = typeof(ExpectTexts).Assembly.GetManifestResourceStream($"Expect.{language}.md")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().ReplaceLineEndings("\n").Split(Heading, StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('\n', 2)).Select(part => (language, part[0].Trim(), part[1].Trim())),
        ];
    }
}
