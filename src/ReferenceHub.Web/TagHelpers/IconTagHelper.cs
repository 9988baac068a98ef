using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;icon name="phone" class="icon-sm" label="Sales call" /&gt;</c>: an outline icon; without a label it is decoration.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(IconSet icons) : TagHelper
{
    /// <summary>Name in icons.txt.</summary>
    public string Name { get; set; } = "";

    /// <summary>Further classes.</summary>
    public string? Class { get; set; }

    /// <summary>What the icon stands for, when no word beside it says so.</summary>
    public string? Label { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(icons.Draw(Name, Class, Label));
    }
}
