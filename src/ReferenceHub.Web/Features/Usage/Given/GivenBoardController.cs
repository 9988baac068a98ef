using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Given;

/// <summary>Give and take of all customers with the rule of gifts.</summary>
public sealed record GivenBoardPage(GivenBoard Board, GiftLimitForm Form);

/// <summary>Give and take of all customers, and what gifts are held to.</summary>
[Module(Modules.Usage)]
public sealed class GivenBoardController(GivenQueries queries, GivenService service) : Controller
{
    /// <summary>All customers.</summary>
    [HttpGet("/usage/given")]
    [RequiresRight(Right.SeeUsage)]
    public async Task<IActionResult> Index(int page, CancellationToken ct)
    {
        var board = await queries.BoardAsync(page, this.Viewer(), ct);
        return View(new GivenBoardPage(board, GiftLimitForm.Of(board.Money)));
    }

    /// <summary>The form, for whoever loads the address of a refused one again.</summary>
    [HttpGet("/usage/given/limit")]
    [RequiresRight(Right.SeeUsage)]
    public IActionResult Limit() => RedirectToAction(nameof(Index));

    /// <summary>Sets what gifts to one person may be worth in 365 days.</summary>
    [HttpPost("/usage/given/limit")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Limit(GiftLimitForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid && Took(await service.LimitGiftsAsync(form.ToLimit(), form.Version, this.Viewer(), ct)))
        {
            this.Say("Saved. The next gift is held to it.");
            return RedirectToAction(nameof(Index));
        }

        var board = await queries.BoardAsync(1, this.Viewer(), ct);
        ModelState.Remove(nameof(form.Version));
        form.Version = board.Money.Version;
        return View(nameof(Index), new GivenBoardPage(board, form));
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
