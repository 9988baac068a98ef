using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReferenceHub.Core.Messaging;

/// <summary>Reads the Markdown of letters: HTML in it is text, links lead to the web or a mailbox only, pictures are links.</summary>
public static class LetterMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder { DebugLog = null }.DisableHtml().UseAutoLinks().Build();

    /// <summary>The text as a tree, made harmless.</summary>
    public static MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(TameMarkdown.Of(markdown), Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (IsSafe(AddressOf(link)))
            {
                link.IsImage = false;
            }
            else
            {
                Unlink(link);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document;
    }

    /// <summary>Addresses that lead elsewhere than to the web or a mailbox.</summary>
    public static IReadOnlyList<string> ForbiddenLinks(string markdown) =>
        [.. Markdown.Parse(TameMarkdown.Of(markdown), Pipeline).Descendants<LinkInline>().Select(AddressOf).Where(address => !IsSafe(address)).Select(address => address ?? "").Distinct(StringComparer.Ordinal)];

    /// <summary>The text as HTML.</summary>
    public static string Html(MarkdownDocument document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    internal static string? AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url;

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    private static void Unlink(LinkInline link)
    {
        var words = new ContainerInline();
        while (link.FirstChild is { } child)
        {
            child.Remove();
            words.AppendChild(child);
        }

        link.ReplaceBy(words);
    }
}
