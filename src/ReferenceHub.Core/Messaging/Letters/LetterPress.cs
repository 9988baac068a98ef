using System.Net;
using System.Security.Cryptography;
using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>Makes subject, plain text and HTML of a text and its values. Links that are made when the mail goes out stand as <see cref="OutboxMessage.LinkPlace"/>.</summary>
public static class LetterPress
{
    // Nobody can type them: they are other for each run of the product, and stand nowhere but in the letter at hand.
    private static readonly string LinkAddress = Unknown("link");
    private static readonly string StopAddress = Unknown("stop");

    /// <summary>The one style of all mails: few rules, light and dark.</summary>
    private const string Style =
        "body{margin:0;padding:24px 12px;background:#f4f6fa;color:#182433;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif}"
        + "main{max-width:600px;margin:0 auto;padding:24px;background:#fff;border-radius:6px}"
        + "footer{max-width:600px;margin:16px auto 0;padding:0 24px;color:#5f6b7a;font-size:13px}"
        + "p,ul,ol{margin:0 0 16px}a{color:#0054a6}a.button{display:inline-block;padding:12px 20px;border-radius:6px;background:#0054a6;color:#fff;text-decoration:none;font-weight:600}"
        + "h1,h2,h3{font-size:18px;margin:24px 0 8px}footer a{color:#5f6b7a}"
        + "@media(prefers-color-scheme:dark){body{background:#111827;color:#e5e7eb}main{background:#1f2937}a{color:#7cb8ff}a.button{background:#1f6feb}footer,footer a{color:#9ca3af}}";

    /// <summary>The hash by which a content security policy allows the style of mails.</summary>
    public static string StyleHash { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}";

    /// <summary>Writes the letter.</summary>
    public static WrittenLetter Write(MessageText text, string language, IReadOnlyDictionary<string, string?> values, string footer)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = new Dictionary<string, string?>(values, StringComparer.Ordinal);
        if (known.GetValueOrDefault("link") == OutboxMessage.LinkPlace)
        {
            known["link"] = LinkAddress;
        }

        var subject = Guard.Cut(Places.FillLine(text.Subject, known), OutboxMessage.SubjectLength);
        var body = LetterMarkdown.Parse(Places.FillMarkdown(text.Body, known));
        var foot = LetterMarkdown.Parse(footer.Replace(OutboxMessage.StopPlace, StopAddress, StringComparison.Ordinal));
        var plain = LetterPlain.Of(body) + "\n--\n" + LetterPlain.Of(foot);
        DressButtons(body);
        var html = $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(subject)}</title><style>{Style}</style></head>
            <body>
            <main>
            {LetterMarkdown.Html(body)}</main>
            <footer>
            {LetterMarkdown.Html(foot)}</footer>
            </body>
            </html>
            """;
        return new WrittenLetter(subject, WithPlaces(plain), WithPlaces(html));
    }

    private static string Unknown(string place) => $"https://{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.invalid/{place}";

    // A link that stands alone is what the letter asks for.
    private static void DressButtons(MarkdownDocument document)
    {
        foreach (var paragraph in document.OfType<ParagraphBlock>())
        {
            if (paragraph.Inline?.FirstChild is LinkInline { NextSibling: null } link)
            {
                link.GetAttributes().AddClass("button");
            }
        }
    }

    // What looks like a place by now was typed by somebody: it must not become the reader's own link.
    private static string WithPlaces(string text) => text
        .Replace(OutboxMessage.LinkPlace, "{ link }", StringComparison.Ordinal)
        .Replace(OutboxMessage.StopPlace, "{ stop }", StringComparison.Ordinal)
        .Replace(LinkAddress, OutboxMessage.LinkPlace, StringComparison.Ordinal)
        .Replace(StopAddress, OutboxMessage.StopPlace, StringComparison.Ordinal);
}
