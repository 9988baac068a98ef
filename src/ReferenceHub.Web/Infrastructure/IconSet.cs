using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>The outline icons named in icons.txt, read from the output folder once and written inline.</summary>
public sealed partial class IconSet(ILogger<IconSet> log)
{
    private readonly ConcurrentDictionary<string, string> drawings = new(StringComparer.Ordinal);

    /// <summary>The icon as inline SVG: decoration, unless a label says what it stands for.</summary>
    public TagBuilder Draw(string name, string? css = null, string? label = null)
    {
        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = string.IsNullOrEmpty(css) ? "icon" : $"icon {css}";
        svg.Attributes["viewBox"] = "0 0 24 24";
        svg.Attributes["width"] = "24";
        svg.Attributes["height"] = "24";
        svg.Attributes["fill"] = "none";
        svg.Attributes["stroke"] = "currentColor";
        svg.Attributes["stroke-width"] = "2";
        svg.Attributes["stroke-linecap"] = "round";
        svg.Attributes["stroke-linejoin"] = "round";
        if (string.IsNullOrEmpty(label))
        {
            svg.Attributes["aria-hidden"] = "true";
        }
        else
        {
            svg.Attributes["role"] = "img";
            svg.Attributes["aria-label"] = label;
            svg.InnerHtml.AppendHtml("<title>").Append(label).AppendHtml("</title>");
        }

        svg.InnerHtml.AppendHtml(new HtmlString(drawings.GetOrAdd(name, Read)));
        return svg;
    }

    private string Read(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "icons", name + ".svg");
        if (!SafeName().IsMatch(name) || !File.Exists(file))
        {
            log.LogWarning("Icon {Icon} is not in icons.txt", name);
            return "";
        }

        return string.Concat(Shape().Matches(File.ReadAllText(file)).Select(shape => shape.Value).Where(shape => !shape.Contains("M0 0h24v24H0z", StringComparison.Ordinal)));
    }

    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.None, 1000)]
    private static partial Regex SafeName();

    [GeneratedRegex("<(?:path|circle|rect|line|polyline|ellipse)[^>]*/>", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
