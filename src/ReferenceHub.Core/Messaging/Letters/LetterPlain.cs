using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReferenceHub.Core.Messaging;

/// <summary>Writes the Markdown of a letter as plain text: addresses of links stand on a line of their own.</summary>
internal static class LetterPlain
{
    public static string Of(MarkdownDocument document)
    {
        var text = new StringBuilder();
        Blocks(document, text, "");
        return text.ToString().Trim() + "\n";
    }

    private static void Blocks(ContainerBlock blocks, StringBuilder text, string indent)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ListBlock list:
                    List(list, text, indent);
                    break;
                case ContainerBlock inner:
                    Blocks(inner, text, indent + "  ");
                    break;
                case LeafBlock { Inline: { } words }:
                    Paragraph(words, text, indent);
                    break;
                case CodeBlock code:
                    text.Append(indent).Append(code.Lines.ToString().ReplaceLineEndings("\n" + indent)).Append("\n\n");
                    break;
                case ThematicBreakBlock:
                    text.Append(indent).Append("--\n\n");
                    break;
            }
        }
    }

    private static void List(ListBlock list, StringBuilder text, string indent)
    {
        var number = 0;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            number++;
            var mark = list.IsOrdered ? $"{number}. " : "- ";
            var inner = new StringBuilder();
            Blocks(item, inner, indent + new string(' ', mark.Length));
            text.Append(indent).Append(mark).Append(inner.ToString().Trim()).Append('\n');
        }

        text.Append('\n');
    }

    private static void Paragraph(ContainerInline words, StringBuilder text, string indent)
    {
        var line = new StringBuilder();
        Words(words, line);
        text.Append(indent).Append(line.ToString().Trim().Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append("\n\n");
    }

    private static void Words(ContainerInline words, StringBuilder line)
    {
        foreach (var word in words)
        {
            switch (word)
            {
                case LiteralInline literal:
                    line.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline:
                    line.Append('\n');
                    break;
                case CodeInline code:
                    line.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    line.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline address:
                    line.Append(address.Url);
                    break;
                case LinkInline link:
                    Link(link, line);
                    break;
                case ContainerInline inner:
                    Words(inner, line);
                    break;
            }
        }
    }

    private static void Link(LinkInline link, StringBuilder line)
    {
        var words = new StringBuilder();
        Words(link, words);
        var (name, address) = (words.ToString(), LetterMarkdown.AddressOf(link)!);
        line.Append(name.Length == 0 || name == address || $"mailto:{name}" == address ? address : $"{name}:\n{address}");
    }
}
