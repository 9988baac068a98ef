using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;a swap="#found" href="…"&gt;</c>: a link that, with script, swaps one part of the page and keeps the address true; of several in a row the last one counts.</summary>
[HtmlTargetElement("a", Attributes = "swap,href")]
public sealed class SwapTagHelper : TagHelper
{
    /// <summary>Selector of the part; the server answers htmx with that part alone.</summary>
    public string Swap { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("hx-get", output.Attributes["href"].Value);
        output.Attributes.SetAttribute("hx-target", Swap);
        output.Attributes.SetAttribute("hx-swap", "outerHTML");
        output.Attributes.SetAttribute("hx-push-url", "true");
        output.Attributes.SetAttribute("hx-sync", $"{Swap}:replace");
    }
}
