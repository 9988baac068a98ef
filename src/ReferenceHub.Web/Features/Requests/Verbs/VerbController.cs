using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>What every verb on a request does: invalid → the page again; the service; then back to where it was pressed.</summary>
public abstract class VerbController(RequestPages pages) : Controller
{
    /// <summary>Runs a command; <paramref name="open"/> names the form that stands open again when it was refused.</summary>
    protected Task<IActionResult> DoAsync(int number, Func<Task<Outcome>> command, string said, string? open, string? back, CancellationToken ct, Func<Outcome, Refused>? refused = null) =>
        DoAsync(number, command, () => Task.FromResult(said), open, back, ct, refused);

    /// <summary>The same, with what is said read once it is done; <paramref name="override"/> is the override that is asked for again when it is not complete.</summary>
    protected async Task<IActionResult> DoAsync(
        int number, Func<Task<Outcome>> command, Func<Task<string>> said, string? open, string? back, CancellationToken ct, Func<Outcome, Refused>? refused = null, Refused? @override = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(said);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(number, open, @override, StatusCodes.Status400BadRequest, ct);
        }

        var outcome = await command();
        if (outcome.IsDone)
        {
            this.Say(await said());
            return LocalRedirect(Url.LocalOr(back, $"/requests/{number}"));
        }

        if (refused is not null && outcome.Field == LimitOutcome.Field)
        {
            return await AgainAsync(number, open, refused(outcome), StatusCodes.Status409Conflict, ct);
        }

        ModelState.AddModelError("", outcome.Refusal!);
        return await AgainAsync(number, open, null, StatusCodes.Status409Conflict, ct);
    }

    private async Task<IActionResult> AgainAsync(int number, string? open, Refused? refused, int status, CancellationToken ct)
    {
        var page = View("Show", await pages.ReadAsync(number, this.Viewer(), open, refused, ct));
        page.StatusCode = status;
        return page;
    }
}
