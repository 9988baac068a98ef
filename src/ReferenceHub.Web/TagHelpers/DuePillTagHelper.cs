using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary>
/// <c>&lt;due-pill state="@clock.State" minutes-left="@clock.MinutesLeft" due-at="@clock.DueAt" /&gt;</c>: what is left of a promise in
/// business time, the exact moment in the title. Its colour tells the state and nothing else: on track, at risk, breached, paused.
/// </summary>
[HtmlTargetElement("due-pill", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DuePillTagHelper(IconSet icons, PersonTime time) : TagHelper
{
    /// <summary>How the promise stands.</summary>
    public DueState State { get; set; }

    /// <summary>Business minutes left; negative when late.</summary>
    public int? MinutesLeft { get; set; }

    /// <summary>The moment it is due (UTC).</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>Short words for lists: "6 h left".</summary>
    public bool Brief { get; set; }

    /// <summary>Which clock: "first yes", "needed by"; goes into the title.</summary>
    public string Clock { get; set; } = "first yes";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var span = MinutesLeft is { } minutes ? Words.BusinessTime(minutes, Brief) : null;
        var (css, icon, text) = State switch
        {
            DueState.AtRisk => ("risk pill", "alert-triangle", MinutesLeft == 0 ? "due now" : $"{span} left"),
            DueState.Breached => ("late pill", "clock-exclamation", $"{span} late"),
            DueState.Paused => ("pause", "player-pause", span is null ? "clock stopped" : Brief ? $"{span} left" : $"{span} left, clock stopped"),
            _ => ("ok", "clock", span is null ? "no date" : $"{span} left"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses($"due {css}");
        if (DueAt is { } due)
        {
            output.Attributes.SetAttribute("title", $"{Words.Sentence(Clock)} due {time.Exact(due)}, counted in business hours");
        }

        output.Content.AppendHtml(icons.Draw(icon));
        if (words.IsEmptyOrWhiteSpace)
        {
            output.Content.Append(text);
        }
        else
        {
            output.Content.AppendHtml(words);
        }
    }
}
