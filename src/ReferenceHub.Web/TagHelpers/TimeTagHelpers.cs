using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;relative-time at="@utc" /&gt;</c> or <c>day="@dateOnly"</c>: "3 hours ago", the exact moment in the person's zone in the title.</summary>
[HtmlTargetElement("relative-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RelativeTimeTagHelper(PersonTime time) : TagHelper
{
    /// <summary>A moment (UTC).</summary>
    public DateTime? At { get; set; }

    /// <summary>A calendar date.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Written when there is neither.</summary>
    public string Never { get; set; } = "never";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Moment(time, At, Day, Never, time.Ago, day => Words.Ago(day, time.Today));
}

/// <summary><c>&lt;near-time at="@utc" /&gt;</c> or <c>day="@dateOnly"</c>: "today 13:00", "Wed 2 Dec", the exact moment in the title.</summary>
[HtmlTargetElement("near-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NearTimeTagHelper(PersonTime time) : TagHelper
{
    /// <summary>A moment (UTC).</summary>
    public DateTime? At { get; set; }

    /// <summary>A calendar date.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Written when there is neither.</summary>
    public string Never { get; set; } = "no date";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Moment(time, At, Day, Never, time.Near, day => Words.WeekDay(day, time.Today));
}

/// <summary>What both share.</summary>
internal static class TimeOutput
{
    public static void Moment(this TagHelperOutput output, PersonTime time, DateTime? at, DateOnly? day, string never, Func<DateTime, string> ofMoment, Func<DateOnly, string> ofDay)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (at is null && day is null)
        {
            output.TagName = "span";
            output.Content.SetContent(never);
            return;
        }

        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", at is { } machine ? PersonTime.Machine(machine) : day!.Value.ToString("yyyy-MM-dd", Words.Culture));
        output.Attributes.SetAttribute("title", at is { } exact ? time.Exact(exact) : day!.Value.ToString("ddd d MMM yyyy", Words.Culture));
        output.Content.SetContent(at is { } moment ? ofMoment(moment) : ofDay(day!.Value));
    }
}
