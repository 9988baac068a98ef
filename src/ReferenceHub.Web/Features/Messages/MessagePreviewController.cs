using System.Net;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Messages;

/// <summary>
/// How a text looks as a mail, with sample values, for a frame of the editor: a document of its own that may run nothing and reach
/// nothing, with the one style of mails.
/// </summary>
[Route("/admin/messages/{kind}/preview")]
[RequiresRight(Right.ManageSettings)]
public sealed class MessagePreviewController(MessageTexts texts) : Controller
{
    /// <summary>The text in force.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(string kind, TextAddress address, CancellationToken ct)
    {
        var key = address.Of(kind);
        return await PreviewAsync(key, (await texts.ReadAsync(key, this.Viewer(), ct)).Text, false, ct);
    }

    /// <summary>The typed text, as a mail or as the plain text that goes with it. Saves nothing.</summary>
    [HttpPost]
    public async Task<IActionResult> Try(string kind, TextAddress address, MessageTextForm form, bool plain, CancellationToken ct) => ModelState.IsValid
        ? await PreviewAsync(address.Of(kind), form.ToText(), plain, ct)
        : Content(ModelState.Values.SelectMany(field => field.Errors).First().ErrorMessage, "text/plain; charset=utf-8");

    private async Task<IActionResult> PreviewAsync(MessageTextKey key, MessageText text, bool plain, CancellationToken ct)
    {
        var outcome = await texts.PreviewAsync(key, text, this.Viewer(), ct);
        Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{LetterPress.StyleHash}'; img-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
        if (outcome.Value is not { } letter)
        {
            return Content(outcome.Refusal!, "text/plain; charset=utf-8");
        }

        return plain
            ? Content($"Subject: {letter.Subject}\n\n{letter.Text}", "text/plain; charset=utf-8")
            : Content(letter.Html.Replace("<main>\n", $"<main>\n<p><strong>{WebUtility.HtmlEncode(letter.Subject)}</strong></p>\n<hr>\n", StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
