using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Gives several requests of the queue to one program manager; without a name the viewer takes them.</summary>
[Route("requests/assignments")]
[RequiresRight(Right.RunProgram)]
public sealed class BulkAssignmentController(RequestTriage triage) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(BulkAssignmentForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            this.Warn(ModelState.SelectMany(field => field.Value!.Errors).First().ErrorMessage);
            return LocalRedirect(BackOr(form));
        }

        var done = 0;
        string? refusal = null;
        foreach (var number in form.Numbers.Distinct())
        {
            try
            {
                var outcome = await triage.AssignAsync(number, form.ManagerId, this.Viewer(), ct);
                done += outcome.IsDone ? 1 : 0;
                refusal ??= outcome.Refusal;
            }
            catch (Exception error) when (error is IllegalMoveException or MissingException)
            {
                refusal ??= error.Message;
            }
        }

        if (refusal is null)
        {
            this.Say($"{Words.Count(done, "request")} assigned.");
        }
        else
        {
            this.Warn($"{done} of {form.Numbers.Count} assigned. {refusal}");
        }

        return LocalRedirect(BackOr(form));
    }

    private string BackOr(BulkAssignmentForm form) => Url.LocalOr(form.Back, "/requests/queue");
}
