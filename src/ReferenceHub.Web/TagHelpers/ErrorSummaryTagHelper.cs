using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReferenceHub.Web.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c> at the head of a form: every error in the order of the form, linked to its field; nothing when all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The request at hand.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>What heads the errors; by default that nothing was saved.</summary>
    public string? Head { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // In the order of the form: what a browser sends stands in it.
        var request = ViewContext.HttpContext.Request;
        List<string> sent = request.HasFormContentType ? [.. request.Form.Keys] : [];
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(field => field.Value!.Errors, (field, error) => (field.Key, error.ErrorMessage))
            .Where(error => !string.IsNullOrEmpty(error.ErrorMessage))
            .DistinctBy(error => error.ErrorMessage)
            .OrderBy(error => error.Key.Length == 0 ? -1 : sent.FindIndex(name => name.Equals(error.Key, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place ? place : int.MaxValue)
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("alert alert-danger bg-surface");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-error-summary", "");
        var title = new TagBuilder("h2");
        title.AddCssClass("alert-title fs-4");
        title.InnerHtml.Append(Head ?? "Nothing was saved yet. Please look at this:");
        var list = new TagBuilder("ul");
        list.AddCssClass("mb-0 ps-3");
        foreach (var (field, message) in errors)
        {
            list.InnerHtml.AppendHtml(Item(field, message));
        }

        var body = new TagBuilder("div");
        body.InnerHtml.AppendHtml(title).AppendHtml(list);
        output.Content.SetHtmlContent(body);
    }

    private static TagBuilder Item(string field, string message)
    {
        var item = new TagBuilder("li");
        if (field.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
        link.AddCssClass("alert-link");
        link.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
