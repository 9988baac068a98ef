using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;avatar name="Jonas Lindner" class="avatar-xs" /&gt;</c>: initials; decoration, unless <c>titled</c> because the name is not written beside it.</summary>
[HtmlTargetElement("avatar", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AvatarTagHelper : TagHelper
{
    /// <summary>Whose.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the name goes into the title.</summary>
    public bool Titled { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("avatar avatar-initials");
        if (Titled)
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Name);
            output.Attributes.SetAttribute("title", Name);
        }
        else
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }

        output.Content.SetContent(Words.Initials(Name));
    }
}
