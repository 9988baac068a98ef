using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReferenceHub.Web.TagHelpers;

/// <summary>Every form that posts carries the antiforgery token. The framework's own helper leaves it out of forms with a plain address.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    private const string TokenField = "__RequestVerificationToken";

    /// <summary>After the framework's helper.</summary>
    public override int Order => 1000;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = (await output.GetChildContentAsync()).GetContent() + output.PostContent.GetContent();
        if (!inside.Contains(TokenField, StringComparison.Ordinal))
        {
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        }
    }
}
