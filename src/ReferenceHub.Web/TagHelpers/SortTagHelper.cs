using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;th sort="due" sort-default="true"&gt;Due&lt;/th&gt;</c>: a link that sorts by <c>?sort=due</c>, then <c>?sort=-due</c>; an arrow and aria-sort say which way.</summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortTagHelper(IconSet icons) : TagHelper
{
    /// <summary>The request at hand.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Name in the address.</summary>
    public string Sort { get; set; } = "";

    /// <summary>Whether the list is sorted by this column when the address says nothing.</summary>
    public bool SortDefault { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        var now = request.Query["sort"].ToString();
        var rising = now == Sort || (now.Length == 0 && SortDefault);
        var falling = now == "-" + Sort;
        var link = new TagBuilder("a");
        link.Attributes["href"] = request.With("sort", rising ? "-" + Sort : Sort);
        link.InnerHtml.AppendHtml(words);
        if (rising || falling)
        {
            output.Attributes.SetAttribute("aria-sort", rising ? "ascending" : "descending");
            link.InnerHtml.Append(" ").AppendHtml(icons.Draw(rising ? "arrow-up" : "arrow-down", "icon-sort"));
        }

        output.Content.SetHtmlContent(link);
    }
}
