using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;a asp-right="RunProgram"&gt;</c>: the element is there for those who have the right only.</summary>
[HtmlTargetElement("*", Attributes = Name)]
public sealed class RightTagHelper : TagHelper
{
    private const string Name = "asp-right";

    /// <summary>The right.</summary>
    [HtmlAttributeName(Name)]
    public Right Right { get; set; }

    /// <summary>The view being written.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override int Order => int.MinValue;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext.LiveSession()?.Viewer.Can(Right) != true)
        {
            output.SuppressOutput();
        }
    }
}
