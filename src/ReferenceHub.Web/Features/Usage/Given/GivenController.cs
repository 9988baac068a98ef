using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Given;

/// <summary>One customer's give and take with the form.</summary>
public sealed record GivenPage(GivenStatement Statement, GivenForm Form);

/// <summary>What one customer got for its help, gifts within the rules.</summary>
public sealed class GivenController(GivenQueries queries, GivenService service) : Controller
{
    /// <summary>One customer.</summary>
    [HttpGet("/usage/customers/{customerId:guid}/given")]
    public async Task<IActionResult> Show(Guid customerId, CancellationToken ct)
    {
        var statement = await queries.OfCustomerAsync(customerId, this.Viewer(), ct);
        return View(new GivenPage(statement, new GivenForm { On = statement.Today, Currency = statement.Money.Currency }));
    }

    /// <summary>Writes down something given.</summary>
    [HttpPost("/usage/customers/{customerId:guid}/given")]
    public async Task<IActionResult> Give(Guid customerId, GivenForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid && Took(await service.GiveAsync(customerId, form.ToSpec(), this.Viewer(), ct)))
        {
            this.Say("Written down. It counts in the balance.");
            return RedirectToAction(nameof(Show), new { customerId });
        }

        var statement = await queries.OfCustomerAsync(customerId, this.Viewer(), ct);
        ModelState.Remove(nameof(form.Currency));
        form.Currency = statement.Money.Currency;
        return View(nameof(Show), new GivenPage(statement, form));
    }

    /// <summary>Takes back a line written by mistake.</summary>
    [HttpPost("/usage/customers/{customerId:guid}/given/{givenId:guid}/withdrawal")]
    public async Task<IActionResult> TakeBack(Guid customerId, Guid givenId, string? reason, CancellationToken ct)
    {
        var outcome = await service.TakeBackAsync(customerId, givenId, reason, this.Viewer(), ct);
        if (outcome.IsDone)
        {
            this.Say("Taken back. The line stays, and counts no more.");
        }
        else
        {
            this.Warn($"Not taken back. {outcome.Refusal}");
        }

        return RedirectToAction(nameof(Show), new { customerId });
    }

    /// <summary>Notes whether the customer's rules forbid gifts.</summary>
    [HttpPost("/usage/customers/{customerId:guid}/gifts")]
    public async Task<IActionResult> Forbid(Guid customerId, bool? forbidden, CancellationToken ct)
    {
        if (forbidden is not { } rule)
        {
            return BadRequest();
        }

        await service.ForbidGiftsAsync(customerId, rule, this.Viewer(), ct);
        this.Say(rule ? "Noted. Gifts are refused from now on." : "Noted. Gifts are possible again, within the rules of the program.");
        return RedirectToAction(nameof(Show), new { customerId });
    }

    private bool Took(Outcome outcome)
    {
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        return outcome.IsDone;
    }
}
