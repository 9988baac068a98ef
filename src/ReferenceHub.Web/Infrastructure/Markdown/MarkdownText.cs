using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>
/// Shows Markdown that people typed. HTML in it is text; links lead to web and mail addresses only and tell nobody where they were
/// clicked; pictures from elsewhere become links, so that reading a story calls no other site.
/// </summary>
public static class MarkdownText
{
    // Page and card have the first two levels.
    private const int HeadingsBelow = 2;
    private const int LowestHeading = 6;
    private const int DeepestNesting = 32;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder { DebugLog = null }.DisableHtml().UsePipeTables().UseEmphasisExtras().UseAutoLinks().Build();

    /// <summary>The text as HTML that may be written to a page.</summary>
    public static IHtmlContent Show(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return HtmlString.Empty;
        }

        var document = Parse(text);
        if (document is null)
        {
            return new HtmlContentBuilder().AppendHtml("<p class=\"pre-line\">").Append(text).AppendHtml("</p>");
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + HeadingsBelow, LowestHeading);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Tame(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !IsSafe(link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
            else
            {
                Dress(link);
            }
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new HtmlString(writer.ToString());
    }

    /// <summary>Addresses in the text that lead elsewhere than to the web or a mailbox: "javascript:…", "data:…", paths.</summary>
    public static IReadOnlyList<string> ForbiddenLinks(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || Parse(text) is not { } document)
        {
            return [];
        }

        var links = document.Descendants<LinkInline>().Select(link => link.GetDynamicUrl?.Invoke() ?? link.Url);
        var plain = document.Descendants<AutolinkInline>().Where(link => !link.IsEmail).Select(link => (string?)link.Url);
        return [.. links.Concat(plain).Where(address => !IsSafe(address)).Select(address => address ?? "").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether the text nests deeper than anybody writes.</summary>
    public static bool IsTooDeep(string? text) => !string.IsNullOrWhiteSpace(text) && (TameMarkdown.IsAbsurd(text) || Parse(text) is null);

    private static MarkdownDocument? Parse(string text)
    {
        try
        {
            var document = Markdown.Parse(TameMarkdown.Of(text), Pipeline);
            return DepthOf(document) > DeepestNesting ? null : document;
        }
        catch (ArgumentException)
        {
            // Markdig refuses absurd nesting.
            return null;
        }
    }

    private static int DepthOf(MarkdownDocument document)
    {
        var deepest = 0;
        var open = new Stack<(Block Block, int Depth)>([(document, 0)]);
        while (open.TryPop(out var item))
        {
            deepest = Math.Max(deepest, item.Depth);
            if (item.Block is ContainerBlock container)
            {
                foreach (var child in container)
                {
                    open.Push((child, item.Depth + 1));
                }
            }
        }

        return deepest;
    }

    private static void Tame(LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (!IsSafe(address))
        {
            Unlink(link);
            return;
        }

        link.IsImage = false;
        Dress(link);
    }

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

    private static void Dress(Inline link)
    {
        var attributes = link.GetAttributes();
        attributes.AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
        attributes.AddPropertyIfNotExist("target", "_blank");
    }

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);
}
