using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;status-pill kind="request" value="@state" /&gt;</c>; kinds: reference, tier, permission, request, candidate, use, person, deal, what-if. Child text replaces the word.</summary>
[HtmlTargetElement("status-pill", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusPillTagHelper(IconSet icons) : TagHelper
{
    /// <summary>Which state machine the value belongs to.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The state: an enum value or its name.</summary>
    public object? Value { get; set; }

    /// <summary>Said after the word: "until 1 Feb".</summary>
    public string? Note { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var look = Statuses.Of(Kind, Value);
        var words = await output.GetChildContentAsync();
        output.Badge(look.Tone);
        output.Content.AppendHtml(icons.Draw(look.Icon)).Append(" ");
        if (words.IsEmptyOrWhiteSpace)
        {
            output.Content.Append(Note is null ? look.Word : $"{look.Word} {Note}");
        }
        else
        {
            output.Content.AppendHtml(words);
        }
    }
}

/// <summary><c>&lt;availability-pill value="@availability" /&gt;</c>: Open, NearlyUsed or Closed; child text replaces the word ("1 ask pending").</summary>
[HtmlTargetElement("availability-pill", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AvailabilityPillTagHelper(IconSet icons) : TagHelper
{
    /// <summary>Open, NearlyUsed or Closed.</summary>
    public object? Value { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (word, icon, tone) = Value?.ToString() switch
        {
            "Open" => ("Open", "check", "green"),
            "NearlyUsed" => ("Nearly used", "hourglass", "yellow"),
            "Closed" => ("Closed", "lock", "secondary"),
            var other => (Words.Sentence(other), "circle", "secondary"),
        };
        var words = await output.GetChildContentAsync();
        output.Badge(tone);
        output.Content.AppendHtml(icons.Draw(icon)).Append(" ");
        if (words.IsEmptyOrWhiteSpace)
        {
            output.Content.Append(word);
        }
        else
        {
            output.Content.AppendHtml(words);
        }
    }
}

/// <summary><c>&lt;party name="Owner" note="7 h" /&gt;</c>: a coloured square beside the word of who holds the ball.</summary>
[HtmlTargetElement("party", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PartyTagHelper : TagHelper
{
    /// <summary>Requester, Program, Owner, Legal or Customer.</summary>
    public object? Name { get; set; }

    /// <summary>Said after the word: "7 h".</summary>
    public string? Note { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var word = Words.Sentence(Name?.ToString());
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses($"party p-{word.ToLowerInvariant()}");
        output.Content.SetContent(Note is null ? word : $"{word}, {Note}");
    }
}

/// <summary>What pills share.</summary>
internal static class PillOutput
{
    public static void Badge(this TagHelperOutput output, string tone)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses($"badge bg-{tone}-lt");
    }

    public static void AddClasses(this TagHelperOutput output, string classes)
    {
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(own) ? classes : $"{classes} {own}");
    }
}
