using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;a asp-right="RunProgram" …&gt;</c>: the element is there for those with the right only; the same constant guards the action.</summary>
[HtmlTargetElement("*", Attributes = "asp-right")]
public sealed class RightTagHelper : TagHelper
{
    /// <summary>The request at hand.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The right needed.</summary>
    public Right AspRight { get; set; }

    /// <inheritdoc/>
    public override int Order => -2000;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext.ViewerOrNull()?.Can(AspRight) != true)
        {
            await output.GetChildContentAsync();
            output.SuppressOutput();
        }
    }
}
