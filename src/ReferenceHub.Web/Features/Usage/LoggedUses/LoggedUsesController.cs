using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.LoggedUses;

/// <summary>The form to log a use with what it would do to limits; null while activity or day are missing.</summary>
public sealed record LogUsePage(LogUseChoices Choices, LogUseForm Form, UseOutlook? Outlook, bool MustLook = false);

/// <summary>Customers to log a use of; whether there are any at all for the viewer.</summary>
public sealed record LogUseFind(string? Words, IReadOnlyList<LoggableCustomer> Found, bool MayLog);

/// <summary>Logs uses that happened, or are agreed, outside the product: they count, are marked, and no limit refuses them.</summary>
public sealed class LoggedUsesController(LogUseQueries choices, LedgerService service) : Controller
{
    /// <summary>Chooses the customer by name.</summary>
    [HttpGet("/usage/uses/new")]
    public async Task<IActionResult> Find(string? q, CancellationToken ct)
    {
        var words = q?.Length > 100 ? q[..100] : q;
        var found = await choices.FindAsync(words, this.Viewer(), ct);
        return View(new LogUseFind(words, found, found.Count > 0 || await choices.MayLogAsync(this.Viewer(), ct)));
    }

    /// <summary>The form; what is chosen already comes in the address, and so the limits are said while somebody types.</summary>
    [HttpGet("/usage/customers/{customerId:guid}/uses/new")]
    public async Task<IActionResult> New(Guid customerId, LogUseForm form, CancellationToken ct)
    {
        ModelState.Clear();
        return View(await PageAsync(customerId, form, ct));
    }

    /// <summary>Logs it; one that goes beyond a limit once the page has said so.</summary>
    [HttpPost("/usage/customers/{customerId:guid}/uses")]
    public async Task<IActionResult> Log(Guid customerId, LogUseForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Find is not null || form.Check is not null)
        {
            ModelState.Clear();
            return View(nameof(New), await PageAsync(customerId, form, ct));
        }

        if (ModelState.IsValid)
        {
            var use = form.ToUse(customerId)!;
            if (form.Seen != form.SeenKey && await choices.OutlookAsync(use, this.Viewer(), ct) is { Exceeds: true })
            {
                ModelState.Remove(nameof(form.Seen));
                return View(nameof(New), await PageAsync(customerId, form, ct, mustLook: true));
            }

            var outcome = await service.LogAsync(use, this.Viewer(), ct);
            if (outcome.IsDone)
            {
                this.Say("Logged. It counts from now on.");
                return Redirect($"/usage/customers/{customerId}");
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        return View(nameof(New), await PageAsync(customerId, form, ct));
    }

    /// <summary>Takes back a logged use that did not happen.</summary>
    [HttpPost("/usage/customers/{customerId:guid}/uses/{useId:guid}/withdrawal")]
    public async Task<IActionResult> TakeBack(Guid customerId, Guid useId, TakeBackForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            this.Warn("Not taken back: say why it did not happen.");
            return Redirect($"/usage/customers/{customerId}");
        }

        await service.TakeBackAsync(customerId, useId, form.Reason!, this.Viewer(), ct);
        this.Say("Taken back. The entry before stays in the ledger.");
        return Redirect($"/usage/customers/{customerId}");
    }

    private async Task<LogUsePage> PageAsync(Guid customerId, LogUseForm form, CancellationToken ct, bool mustLook = false)
    {
        var offered = await choices.ChoicesAsync(customerId, this.Viewer(), ct);
        var outlook = form.ToUse(customerId) is { } use ? await choices.OutlookAsync(use, this.Viewer(), ct) : null;
        return new LogUsePage(offered, form, outlook, mustLook);
    }
}
