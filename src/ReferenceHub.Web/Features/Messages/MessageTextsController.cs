using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Messages;

/// <summary>The texts of messages: by kind, language and activity type.</summary>
[Route("/admin/messages")]
[RequiresRight(Right.ManageSettings)]
public sealed class MessageTextsController(MessageTexts texts, ActivityTypeQueries types) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? activity, CancellationToken ct)
    {
        var activities = (await types.AllAsync(ct)).Where(type => type.Enabled || type.Key == activity).Select(type => (type.Key, type.Name)).ToList();
        var chosen = activities.Exists(type => type.Key == activity) ? activity : null;
        var kinds = MessageCatalog.All.Where(kind => chosen is null || kind.ByActivity).ToList();
        return View(new MessageTextList(kinds, await texts.EditedAsync(this.Viewer(), ct), activities, chosen));
    }

    [HttpGet("{kind}")]
    public async Task<IActionResult> Edit(string kind, TextAddress address, CancellationToken ct)
    {
        var page = await texts.ReadAsync(address.Of(kind), this.Viewer(), ct);
        return await PageAsync(page, new MessageTextForm { Subject = page.Text.Subject, Body = page.Text.Body, Version = page.Version }, null, ct);
    }

    [HttpPost("{kind}")]
    public async Task<IActionResult> Save(string kind, TextAddress address, MessageTextForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var key = address.Of(kind);
        MessageText? theirs = null;
        if (ModelState.IsValid)
        {
            try
            {
                var outcome = await texts.SaveAsync(key, form.ToText(), form.Version, this.Viewer(), ct);
                if (outcome.IsDone)
                {
                    this.Say("Saved. Messages written from now on say it this way.");
                    return LocalRedirect(TextAddress.Path(key));
                }

                ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            }
            catch (StaleVersionException stale)
            {
                Response.StatusCode = StatusCodes.Status409Conflict;
                var now = await texts.ReadAsync(key, this.Viewer(), ct);
                ModelState.Remove(nameof(form.Version));
                ModelState.AddModelError("", $"{stale.Message} What you typed is still here, theirs stands below it; saving replaces theirs.");
                (form.Version, theirs) = (now.Version, now.Text);
            }
        }

        return await PageAsync(await texts.ReadAsync(key, this.Viewer(), ct), form, theirs, ct);
    }

    [HttpPost("{kind}/shipped")]
    public async Task<IActionResult> Restore(string kind, TextAddress address, int version, CancellationToken ct)
    {
        var key = address.Of(kind);
        try
        {
            await texts.RestoreAsync(key, version, this.Viewer(), ct);
            this.Say("The earlier text holds again. Yours is kept under Changes.");
        }
        catch (StaleVersionException stale)
        {
            this.Warn(stale.Message);
        }

        return LocalRedirect(TextAddress.Path(key));
    }

    private async Task<IActionResult> PageAsync(TextPage page, MessageTextForm form, MessageText? theirs, CancellationToken ct) =>
        View("Edit", new MessageTextView(page, form, page.Key.Activity.Length == 0 ? null : (await types.OneAsync(page.Key.Activity, ct)).Name, theirs));
}
