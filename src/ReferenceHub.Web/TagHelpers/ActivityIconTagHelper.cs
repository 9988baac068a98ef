using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;activity-icon of="sales-call" label="Sales call" /&gt;</c>: the icon that an activity type was given.</summary>
[HtmlTargetElement("activity-icon", Attributes = "of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ActivityIconTagHelper(IconSet icons, ActivityTypeQueries types) : TagHelper
{
    /// <summary>Key of the activity type.</summary>
    public string Of { get; set; } = "";

    /// <summary>Further classes.</summary>
    public string? Class { get; set; }

    /// <summary>What the icon stands for, when no word beside it says so.</summary>
    public string? Label { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var type = (await types.AllAsync(CancellationToken.None)).FirstOrDefault(each => each.Key == Of);
        output.TagName = null;
        output.Content.SetHtmlContent(icons.Draw(type?.Icon ?? Statuses.ActivityIcon(Of), Class, Label));
    }
}
