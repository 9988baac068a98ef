using AngleSharp.Html.Dom;

namespace ReferenceHub.Testing.Web;

/// <summary>A form of a page with what it holds; sent as a browser would.</summary>
public sealed class PageForm(IHtmlFormElement form)
{
    private readonly List<KeyValuePair<string, string>> typed = [];

    /// <summary>Sets a field; a check box or radio button by its value, null to clear it. Fields that a script would add are added.</summary>
    public void Fill(string field, string? value)
    {
        var elements = form.Elements.Where(element => element.GetAttribute("name") == field).ToList();
        if (elements.Count == 0)
        {
            typed.Add(KeyValuePair.Create(field, value ?? ""));
        }

        foreach (var element in elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    box.IsChecked = value is not null && box.Value == value;
                    break;
                case IHtmlInputElement { Type: "hidden" } hidden when elements.Any(other => other is IHtmlInputElement { Type: "checkbox" }):
                    _ = hidden;
                    break;
                case IHtmlInputElement input:
                    input.Value = value ?? "";
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = value ?? "";
                    break;
                case IHtmlSelectElement select:
                    Choose(select, field, value);
                    break;
            }
        }
    }

    /// <summary>The request that sending the form makes.</summary>
    public HttpRequestMessage ToRequest()
    {
        foreach (var (field, value) in typed)
        {
            var input = (IHtmlInputElement)form.Owner!.CreateElement("input");
            input.Type = "hidden";
            input.Name = field;
            input.Value = value;
            form.AppendChild(input);
        }

        var submission = form.GetSubmission() ?? throw new InvalidOperationException("The form cannot be sent.");
        var request = new HttpRequestMessage(new HttpMethod(submission.Method.ToString().ToUpperInvariant()), submission.Target.Href);
        if (request.Method != HttpMethod.Get)
        {
            request.Content = new StreamContent(submission.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", submission.MimeType);
        }

        return request;
    }

    private static void Choose(IHtmlSelectElement select, string field, string? value)
    {
        var option = select.Options.FirstOrDefault(option => option.Value == (value ?? ""));
        if (option is null)
        {
            throw new InvalidOperationException($"'{field}' does not offer '{value}', only: {string.Join(", ", select.Options.Select(each => each.Value))}");
        }

        if (!select.IsMultiple)
        {
            foreach (var other in select.Options)
            {
                other.IsSelected = false;
            }
        }

        option.IsSelected = true;
    }
}
