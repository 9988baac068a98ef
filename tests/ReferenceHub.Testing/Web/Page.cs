using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ReferenceHub.Testing.Web;

/// <summary>What came back: status, headers and the document.</summary>
public sealed partial class Page
{
    private Page(HttpResponseMessage response, string body, IDocument document)
    {
        Response = response;
        Body = body;
        Document = document;
    }

    /// <summary>The answer as it came.</summary>
    public HttpResponseMessage Response { get; }

    /// <summary>The text of the answer.</summary>
    public string Body { get; }

    /// <summary>The parsed page.</summary>
    public IDocument Document { get; }

    /// <summary>The status.</summary>
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where it redirects to, as path and query; null when it does not.</summary>
    public string? Location => Response.Headers.Location is { } location
        ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString
        : null;

    /// <summary>Reads an answer.</summary>
    public static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var address = response.RequestMessage?.RequestUri?.ToString() ?? "https://localhost/";
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(body).Address(address));
        return new Page(response, body, document);
    }

    /// <summary>The one element that matches.</summary>
    public IElement One(string selector) =>
        Document.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing matches '{selector}' in the page ({(int)Status}): {Text("body")}");

    /// <summary>All elements that match.</summary>
    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>The words of the elements that match, blanks folded.</summary>
    public string Text(string selector = "body") =>
        Blanks().Replace(string.Join(" ", Document.QuerySelectorAll(selector).Select(element => element.TextContent)), " ").Trim();

    /// <summary>The form that matches.</summary>
    public PageForm Form(string selector) =>
        One(selector) is IHtmlFormElement form ? new PageForm(form) : throw new InvalidOperationException($"'{selector}' is not a form.");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
