using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary>
/// <c>&lt;field asp-for="Name" label="Name" hint="As on the contract" max="@Customer.NameLength" required="true" /&gt;</c>: label, input, hint and
/// error together. Types: text, email, tel, url, number, amount, date, password, textarea, select (with <c>options</c>), checks (several of <c>options</c>), check.
/// </summary>
[HtmlTargetElement("field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IconSet icons) : TagHelper
{
    /// <summary>The request at hand.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The form model's property.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>What is asked for.</summary>
    public string Label { get; set; } = "";

    /// <summary>Where people err.</summary>
    public string? Hint { get; set; }

    /// <summary>Kind of input; told from the property's type when not said.</summary>
    public string? Type { get; set; }

    /// <summary>Longest text; taken from the property's StringLength or MaxLength when there is one.</summary>
    public int? Max { get; set; }

    /// <summary>Smallest number or first date, as written in the input.</summary>
    public string? From { get; set; }

    /// <summary>Largest number or last date, as written in the input.</summary>
    public string? To { get; set; }

    /// <summary>Step of a number.</summary>
    public string? Step { get; set; }

    /// <summary>Whether it must be filled.</summary>
    public bool Required { get; set; }

    /// <summary>Rows of a text area.</summary>
    public int Rows { get; set; } = 3;

    /// <summary>Choices.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Text of the empty choice; none when null.</summary>
    public string? None { get; set; }

    /// <summary>What browsers may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Example in the empty input.</summary>
    public string? Placeholder { get; set; }

    /// <summary>Id of a datalist.</summary>
    public string? List { get; set; }

    /// <summary>Hides the label from the eye, for inputs in a row.</summary>
    public bool Bare { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var extra = await output.GetChildContentAsync();
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var kind = Type ?? KindOf(For.ModelExplorer.Metadata.UnderlyingOrModelType);
        var error = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var input = new FieldInput(name, id, kind, entry?.AttemptedValue, For.Model, error is not null);

        output.TagName = kind == "checks" ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("mb-3");
        if (kind != "check")
        {
            output.Content.AppendHtml(LabelOf(kind, id));
        }

        output.Content.AppendHtml(kind switch
        {
            "checks" => input.Checks(Options ?? []),
            "check" => input.Check(Label),
            "select" => Dressed(input.Select(Options ?? [], None), id, error),
            "textarea" => Dressed(input.TextArea(Rows), id, error),
            _ => Dressed(input.Text(), id, error),
        });
        if (error is not null)
        {
            output.Content.AppendHtml(Line("invalid-feedback d-block", $"{id}_error", error, "alert-circle"));
        }

        if (Hint is not null)
        {
            output.Content.AppendHtml(Line("form-hint", $"{id}_hint", Hint, null));
        }

        output.Content.AppendHtml(extra);
    }

    private static string KindOf(Type type) => type switch
    {
        _ when type == typeof(bool) => "check",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(DateTime) => "datetime-local",
        _ when type == typeof(decimal) => "amount",
        _ when type == typeof(int) || type == typeof(long) || type == typeof(double) => "number",
        _ => "text",
    };

    private TagBuilder LabelOf(string kind, string id)
    {
        var label = new TagBuilder(kind == "checks" ? "legend" : "label");
        label.AddCssClass(Bare ? "visually-hidden" : Required ? "form-label required" : "form-label");
        if (kind != "checks")
        {
            label.Attributes["for"] = id;
        }

        label.InnerHtml.Append(Label);
        return label;
    }

    private TagBuilder Dressed(TagBuilder input, string id, string? error)
    {
        var about = string.Join(' ', new[] { error is null ? null : $"{id}_error", Hint is null ? null : $"{id}_hint" }.Where(part => part is not null));
        Set(input, "aria-describedby", about.Length == 0 ? null : about);
        Set(input, "maxlength", LongestText()?.ToString(CultureInfo.InvariantCulture));
        if (input.Attributes.GetValueOrDefault("type") != "text")
        {
            Set(input, "min", From);
            Set(input, "max", To);
            Set(input, "step", Step);
        }

        Set(input, "placeholder", Placeholder);
        Set(input, "autocomplete", Autocomplete);
        Set(input, "list", List);
        Set(input, "required", Required ? "required" : null);
        return input;
    }

    private int? LongestText()
    {
        if (Max is not null || For.Metadata.ContainerType is not { } owner || For.Metadata.PropertyName is not { } property)
        {
            return Max;
        }

        var rules = owner.GetProperty(property)?.GetCustomAttributes(true) ?? [];
        return rules.OfType<StringLengthAttribute>().Select(rule => (int?)rule.MaximumLength).FirstOrDefault()
            ?? rules.OfType<MaxLengthAttribute>().Select(rule => (int?)rule.Length).FirstOrDefault();
    }

    private TagBuilder Line(string css, string id, string text, string? icon)
    {
        var line = new TagBuilder("div");
        line.AddCssClass(css);
        line.Attributes["id"] = id;
        if (icon is not null)
        {
            line.InnerHtml.AppendHtml(icons.Draw(icon, "icon-sm me-1"));
        }

        line.InnerHtml.Append(text);
        return line;
    }

    private static void Set(TagBuilder input, string attribute, string? value)
    {
        if (value is not null)
        {
            input.Attributes[attribute] = value;
        }
    }
}
