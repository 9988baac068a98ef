using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;pager page="2" size="25" total="312" /&gt;</c>: what is shown of how many, and links that keep the rest of the address; nothing when one page holds all.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IconSet icons) : TagHelper
{
    /// <summary>The request at hand.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>This page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Rows a page.</summary>
    public int Size { get; set; } = 25;

    /// <summary>Rows in all.</summary>
    public int Total { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = Math.Max(1, (Total + Size - 1) / Size);
        if (last == 1)
        {
            output.SuppressOutput();
            return;
        }

        var now = Math.Clamp(Page, 1, last);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("d-flex align-items-center gap-2 px-3 py-2 small text-secondary num");
        output.Attributes.SetAttribute("aria-label", "Pages");
        output.Content.Append($"{Words.Number(((now - 1) * Size) + 1)}–{Words.Number(Math.Min(Total, now * Size))} of {Words.Number(Total)}");
        var list = new TagBuilder("ul");
        list.AddCssClass("pagination m-0 ms-auto");
        list.InnerHtml.AppendHtml(Item(now > 1 ? now - 1 : null, "Page before", icons.Draw("chevron-left"), false));
        foreach (var page in new[] { 1, now - 1, now, now + 1, last }.Where(page => page >= 1 && page <= last).Distinct().Order())
        {
            var text = new TagBuilder("span");
            text.InnerHtml.Append(Words.Number(page));
            list.InnerHtml.AppendHtml(Item(page, $"Page {page}", text, page == now));
        }

        list.InnerHtml.AppendHtml(Item(now < last ? now + 1 : null, "Next page", icons.Draw("chevron-right"), false));
        output.Content.AppendHtml(list);
    }

    private TagBuilder Item(int? page, string label, TagBuilder content, bool current)
    {
        var item = new TagBuilder("li");
        item.AddCssClass(current ? "page-item active" : page is null ? "page-item disabled" : "page-item");
        var link = new TagBuilder(page is null ? "span" : "a");
        link.AddCssClass("page-link");
        if (page is null)
        {
            link.Attributes["aria-hidden"] = "true";
        }
        else
        {
            link.Attributes["href"] = ViewContext.HttpContext.Request.With("page", page == 1 ? null : page.Value.ToString(Words.Culture));
            link.Attributes["aria-label"] = label;
        }

        if (current)
        {
            link.Attributes["aria-current"] = "page";
        }

        link.InnerHtml.AppendHtml(content);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
