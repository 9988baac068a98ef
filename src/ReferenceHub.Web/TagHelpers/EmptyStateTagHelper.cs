using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;empty-state icon="inbox" title="No requests yet"&gt;What to do, with a link&lt;/empty-state&gt;</c>.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper(IconSet icons) : TagHelper
{
    /// <summary>Icon above.</summary>
    public string Icon { get; set; } = "inbox";

    /// <summary>What is not there.</summary>
    public string Title { get; set; } = "Nothing here yet";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var advice = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("empty py-5");
        output.Attributes.RemoveAll("title");
        var icon = new TagBuilder("div");
        icon.AddCssClass("empty-icon text-secondary");
        icon.InnerHtml.AppendHtml(icons.Draw(Icon));
        var title = new TagBuilder("p");
        title.AddCssClass("empty-title");
        title.InnerHtml.Append(Title);
        output.Content.AppendHtml(icon).AppendHtml(title);
        if (!advice.IsEmptyOrWhiteSpace)
        {
            var text = new TagBuilder("div");
            text.AddCssClass("empty-subtitle text-secondary");
            text.InnerHtml.AppendHtml(advice);
            output.Content.AppendHtml(text);
        }
    }
}
