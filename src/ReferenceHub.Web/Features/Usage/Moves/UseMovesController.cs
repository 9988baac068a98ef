using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Moves;

/// <summary>The form that plans a use for another day, and what stood against the day that was chosen.</summary>
/// <param name="Use">The use.</param>
/// <param name="On">The day in the form.</param>
/// <param name="Back">Where to go on, on this site.</param>
/// <param name="Refusal">Why the move was refused.</param>
/// <param name="FreeOn">The first day that works, where a limit refused.</param>
public sealed record MovePage(MovableUse Use, DateOnly? On, string Back, string? Refusal = null, DateOnly? FreeOn = null);

/// <summary>Planning a use for another day; dragging it in the load calendar sends the same form.</summary>
[Route("/usage/customers/{customerId:guid}/uses/{useId:guid}/move")]
[Module(Modules.Usage)]
public sealed class UseMovesController(UseMoveQueries queries, UseMoves moves) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid customerId, Guid useId, string? back, CancellationToken ct)
    {
        var use = await queries.ReadAsync(customerId, useId, this.Viewer(), ct);
        return View(new MovePage(use, use.On, Url.LocalOr(back, Home(use))));
    }

    /// <summary>Moves it; the calendar then offers to undo it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Move(Guid customerId, Guid useId, MoveForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var before = await queries.ReadAsync(customerId, useId, this.Viewer(), ct);
        var back = Url.LocalOr(form.Back, Home(before));
        if (!ModelState.IsValid || form is not { On: { } on, Was: { } was })
        {
            return Again(new MovePage(before, form.On, back, ModelState.Values.SelectMany(entry => entry.Errors).FirstOrDefault()?.ErrorMessage), StatusCodes.Status400BadRequest);
        }

        var moved = await moves.MoveAsync(customerId, useId, was, on, this.Viewer(), ct);
        if (!moved.Outcome.IsDone)
        {
            var now = await queries.ReadAsync(customerId, useId, this.Viewer(), ct);
            return Again(new MovePage(now, on, back, moved.Outcome.Refusal, moved.FreeOn), StatusCodes.Status409Conflict);
        }

        if (was == on)
        {
            this.Say("Nothing to move: it is planned for that day already.");
        }
        else
        {
            MovedUse.Put(TempData, new MovedUse(customerId, useId, before.Candidate.Name, was, on, before.Request.Need.NeededBy));
        }

        return LocalRedirect(back);
    }

    private ViewResult Again(MovePage page, int status)
    {
        ModelState.Clear();
        var view = View(nameof(Show), page);
        view.StatusCode = status;
        return view;
    }

    private string Home(MovableUse use) => this.Viewer().Can(Right.SeeUsage) ? "/usage" : $"/requests/{use.Request.Number}";
}
