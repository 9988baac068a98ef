using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ReferenceHub.Web.TagHelpers;

/// <summary>The input of one field: what was typed last comes back, else the model's value.</summary>
internal sealed record FieldInput(string Name, string Id, string Kind, string? Attempted, object? Model, bool Wrong)
{
    private string Value => Attempted ?? Written(Model);

    public TagBuilder Text()
    {
        var input = Tag("input", "form-control");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Kind == "amount" ? "text" : Kind;
        if (Kind == "amount")
        {
            // A number input drops what it does not read, a decimal comma among it, before anybody can say so.
            input.Attributes["inputmode"] = "decimal";
        }

        if (Kind != "password")
        {
            input.Attributes["value"] = Value;
        }

        return input;
    }

    public TagBuilder TextArea(int rows)
    {
        var area = Tag("textarea", "form-control");
        area.Attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
        area.InnerHtml.AppendHtml("\n").Append(Value);
        return area;
    }

    public TagBuilder Select(IEnumerable<SelectListItem> options, string? none)
    {
        var select = Tag("select", "form-select");
        var chosen = Chosen();
        if (none is not null)
        {
            select.InnerHtml.AppendHtml(Option("", none, chosen.Count == 0));
        }

        foreach (var group in options.GroupBy(option => option.Group?.Name))
        {
            var place = select;
            if (group.Key is not null)
            {
                place = new TagBuilder("optgroup");
                place.Attributes["label"] = group.Key;
            }

            foreach (var option in group)
            {
                place.InnerHtml.AppendHtml(Option(option.Value ?? option.Text, option.Text, chosen.Contains(option.Value ?? option.Text) || (chosen.Count == 0 && option.Selected)));
            }

            if (place != select)
            {
                select.InnerHtml.AppendHtml(place);
            }
        }

        return select;
    }

    public IHtmlContent Checks(IEnumerable<SelectListItem> options)
    {
        var chosen = Chosen();
        var box = new TagBuilder("div");
        box.AddCssClass("d-flex flex-wrap column-gap-3 row-gap-2");
        foreach (var option in options)
        {
            var value = option.Value ?? option.Text;
            box.InnerHtml.AppendHtml(Box("checkbox", value, option.Text, chosen.Contains(value) || option.Selected, "form-check form-check-inline m-0"));
        }

        return box;
    }

    public IHtmlContent Check(string label)
    {
        var on = Attempted is null ? Model is true : Attempted.Split(',').Contains("true", StringComparer.OrdinalIgnoreCase);
        var box = Box("checkbox", "true", label, on, "form-check");
        var off = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        off.Attributes["type"] = "hidden";
        off.Attributes["name"] = Name;
        off.Attributes["value"] = "false";
        box.InnerHtml.AppendHtml(off);
        return box;
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private HashSet<string> Chosen()
    {
        IEnumerable<string> values = Attempted is not null
            ? Attempted.Split(',')
            : Model is IEnumerable many and not string ? many.Cast<object?>().Select(Written) : [Written(Model)];
        return values.Where(value => value.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private TagBuilder Tag(string tag, string css)
    {
        var input = new TagBuilder(tag);
        input.AddCssClass(Wrong ? $"{css} is-invalid" : css);
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        if (Wrong)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        return input;
    }

    private TagBuilder Box(string type, string value, string text, bool on, string css)
    {
        var label = new TagBuilder("label");
        label.AddCssClass(css);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = type;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = value;
        if (on)
        {
            input.Attributes["checked"] = "checked";
        }

        var words = new TagBuilder("span");
        words.AddCssClass("form-check-label");
        words.InnerHtml.Append(text);
        label.InnerHtml.AppendHtml(input).AppendHtml(words);
        return label;
    }

    private static TagBuilder Option(string value, string text, bool on)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (on)
        {
            option.Attributes["selected"] = "selected";
        }

        option.InnerHtml.Append(text);
        return option;
    }
}
