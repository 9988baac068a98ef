using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;bar value="15" reserved="30" max="120" tone="warn" /&gt;</c>: a thin bar; the words beside it say the figure, so it is decoration unless labelled.</summary>
[HtmlTargetElement("bar", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarTagHelper : TagHelper
{
    /// <summary>Filled amount.</summary>
    public double Value { get; set; }

    /// <summary>Paler amount behind it.</summary>
    public double Reserved { get; set; }

    /// <summary>The whole; 100 unless said.</summary>
    public double Max { get; set; } = 100;

    /// <summary>Nothing, or quiet, ok, warn, bad.</summary>
    public string? Tone { get; set; }

    /// <summary>What it says, when no words beside it do.</summary>
    public string? Label { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var whole = Max <= 0 ? 1 : Max;
        var filled = Math.Clamp(Value / whole * 100, 0, 100);
        var behind = Math.Clamp(Reserved / whole * 100, 0, 100 - filled);
        output.Chart($"bar {Tone}".TrimEnd(), 4, Label);
        output.Part(0, filled, 4, null);
        output.Part(filled, behind, 4, "reserved");
    }
}

/// <summary><c>&lt;score-bar fit="57" availability="20" freshness="9" quality="8" /&gt;</c>: points of a match out of 100, part by part.</summary>
[HtmlTargetElement("score-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScoreBarTagHelper : TagHelper
{
    /// <summary>Points for fit.</summary>
    public double Fit { get; set; }

    /// <summary>Points for availability.</summary>
    public double Availability { get; set; }

    /// <summary>Points for freshness.</summary>
    public double Freshness { get; set; }

    /// <summary>Points for past quality.</summary>
    public double Quality { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var total = Fit + Availability + Freshness + Quality;
        var label = string.Create(Words.Culture, $"Match {total:0} of 100: fit {Fit:0}, availability {Availability:0}, freshness {Freshness:0}, past quality {Quality:0}");
        output.Chart("score", 6, label);
        output.Part(0, Fit, 6, "fit");
        output.Part(Fit, Availability, 6, "availability");
        output.Part(Fit + Availability, Freshness, 6, "freshness");
        output.Part(Fit + Availability + Freshness, Quality, 6, "quality");
    }
}

/// <summary><c>&lt;pips used="1" reserved="1" limit="4" /&gt;</c>: small counts against a limit: filled used, striped reserved, outlined free.</summary>
[HtmlTargetElement("pips", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PipsTagHelper : TagHelper
{
    private const int Most = 12;

    /// <summary>Used.</summary>
    public int Used { get; set; }

    /// <summary>Reserved or planned.</summary>
    public int Reserved { get; set; }

    /// <summary>Allowed.</summary>
    public int Limit { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("pips");
        output.Attributes.SetAttribute("aria-hidden", "true");
        var taken = Used + Reserved;
        for (var place = 0; place < Math.Min(Most, Math.Max(Limit, taken)); place++)
        {
            var pip = new TagBuilder("i");
            if (place < taken)
            {
                pip.AddCssClass(place >= Limit ? "over" : place < Used ? "on" : "res");
            }

            output.Content.AppendHtml(pip);
        }
    }
}

/// <summary>SVG whose parts carry their width as an attribute: a strict content policy allows no style.</summary>
internal static class ChartOutput
{
    public static void Chart(this TagHelperOutput output, string css, int height, string? label)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses(css);
        output.Attributes.SetAttribute("viewBox", $"0 0 100 {height}");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        if (label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", label);
        }
    }

    public static void Part(this TagHelperOutput output, double from, double width, int height, string? css)
    {
        if (width <= 0)
        {
            return;
        }

        var part = new TagBuilder("rect");
        part.Attributes["x"] = from.ToString("0.##", Words.Culture);
        part.Attributes["width"] = width.ToString("0.##", Words.Culture);
        part.Attributes["height"] = height.ToString(Words.Culture);
        if (css is not null)
        {
            part.AddCssClass(css);
        }

        output.Content.AppendHtml(part);
    }
}
