using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What the page of one version shows.</summary>
/// <param name="List">Its policies, and all versions.</param>
/// <param name="Differences">What differs from the version in force.</param>
/// <param name="HeldBack">The form for what is kept for large deals.</param>
/// <param name="Start">The form for its start.</param>
public sealed record EditionPage(PolicyList List, IReadOnlyList<PolicyDifference> Differences, HeldBackForm HeldBack, StartEditionForm Start);

/// <summary>Versions of the policies: drafts to try out, put in force from a day on.</summary>
[Route("/usage/policies/versions")]
[Module(Modules.Usage)]
public sealed class EditionsController(PolicyQueries queries, OwnLimitQueries own, EditionService editions) : Controller
{
    /// <summary>Makes a draft with a copy of every policy of another version.</summary>
    [HttpPost("")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Draft(DraftEditionForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var drafted = await editions.DraftAsync(form.Name!, form.Like, this.Viewer(), ct);
            if (drafted.IsDone)
            {
                this.Say("Drafted. It binds nobody until it starts: change it, try it out, then give it a day.");
                return RedirectToAction(nameof(Show), new { editionId = drafted.Value });
            }

            ModelState.AddModelError(drafted.Field ?? "", drafted.Refusal!);
        }

        return View("/Features/Usage/Policies/Index.cshtml", new PoliciesPage(await queries.ListAsync(null, this.Viewer(), ct), await own.ReadAsync(1, this.Viewer(), ct)));
    }

    /// <summary>One version: its policies, what differs from the one in force, and what can be done with it.</summary>
    [HttpGet("{editionId:guid}")]
    [RequiresRight(Right.SeeUsage)]
    public Task<IActionResult> Show(Guid editionId, CancellationToken ct) => PageAsync(editionId, null, null, ct);

    /// <summary>Keeps a share of each limit for large deals.</summary>
    [HttpPost("{editionId:guid}/held-back")]
    [RequiresRight(Right.SetLimits)]
    public Task<IActionResult> HoldBack(Guid editionId, HeldBackForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return DoAsync(editionId, () => editions.HoldBackAsync(editionId, form.Percent!.Value, form.Above ?? 0, form.Version, this.Viewer(), ct), "Saved.", ct, form);
    }

    /// <summary>Puts it in force from a day on; today at once.</summary>
    [HttpPost("{editionId:guid}/start")]
    [RequiresRight(Right.SetLimits)]
    public Task<IActionResult> Start(Guid editionId, StartEditionForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return DoAsync(editionId, () => editions.StartAsync(editionId, form.StartsOn!.Value, form.Version, this.Viewer(), ct), "Saved. Whoever asks from that day on is held to it.", ct, null, form);
    }

    /// <summary>Makes one that has not started a draft again.</summary>
    [HttpPost("{editionId:guid}/calling-off")]
    [RequiresRight(Right.SetLimits)]
    public Task<IActionResult> CallOff(Guid editionId, int version, CancellationToken ct) =>
        DoAsync(editionId, () => editions.CallOffAsync(editionId, version, this.Viewer(), ct), "Called off. It is a draft again and starts on no day.", ct);

    /// <summary>Deletes a draft.</summary>
    [HttpPost("{editionId:guid}/deletion")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Delete(Guid editionId, int version, CancellationToken ct)
    {
        var answer = await DoAsync(editionId, () => editions.DeleteAsync(editionId, version, this.Viewer(), ct), "Deleted.", ct);
        return answer is RedirectToActionResult ? Redirect("/usage/policies") : answer;
    }

    // What was typed stays; a version that somebody else changed meanwhile is shown as it is now, and nothing is done.
    private async Task<IActionResult> DoAsync(Guid editionId, Func<Task<Outcome>> deed, string done, CancellationToken ct, HeldBackForm? held = null, StartEditionForm? start = null)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(editionId, held, start, ct);
        }

        try
        {
            var outcome = await deed();
            if (outcome.IsDone)
            {
                this.Say(done);
                return RedirectToAction(nameof(Show), new { editionId });
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }
        catch (Exception refused) when (refused is StaleVersionException or IllegalMoveException)
        {
            ModelState.AddModelError("", refused.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return await PageAsync(editionId, held, start, ct);
    }

    private async Task<IActionResult> PageAsync(Guid editionId, HeldBackForm? held, StartEditionForm? start, CancellationToken ct)
    {
        var list = await queries.ListAsync(editionId, this.Viewer(), ct);
        var edition = list.Edition;
        held ??= new HeldBackForm { Percent = edition.HeldBackPercent, Above = edition.HeldBackPercent == 0 ? null : edition.HeldBackAbove };
        start ??= new StartEditionForm { StartsOn = edition.StartsOn ?? list.Today };
        held.Version = start.Version = edition.Version;
        ModelState.Remove(nameof(edition.Version));
        return View(nameof(Show), new EditionPage(list, list.IsInForce ? [] : await queries.DifferencesAsync(list, ct), held, start));
    }
}
