using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Processes;

/// <summary>What several pages of processes do alike.</summary>
internal static class ProcessPages
{
    /// <summary>The page of a version; of the one in force when none is named.</summary>
    public static async Task<IActionResult> VersionAsync(this Controller controller, ProcessQueries queries, Guid processId, int? number, StartVersionForm? start, CancellationToken ct)
    {
        var viewer = controller.Viewer();
        var page = await queries.OneAsync(processId, number, viewer, ct);
        start ??= new StartVersionForm { StartsOn = page.Version?.StartsOn is { } planned && planned > page.Today ? planned : page.Today };
        start.Version = page.Version?.Version ?? 0;
        controller.ModelState.Remove(nameof(start.Version));
        var changes = viewer.Can(Right.ManageProcesses) ? await queries.ChangesAsync(processId, viewer, ct) : [];
        return controller.View("/Features/Processes/Show.cshtml", new VersionPage(page, start, changes));
    }

    /// <summary>Shows a refusal beside its field.</summary>
    public static void Refuse(this Controller controller, Outcome outcome) => controller.ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);

    /// <summary>Goes on to an address and says there how it went.</summary>
    public static RedirectResult Went(this Controller controller, Outcome outcome, string done, string address)
    {
        if (outcome.IsDone)
        {
            controller.Say(done);
        }
        else
        {
            controller.Warn(outcome.Refusal!);
        }

        return controller.Redirect(address);
    }
}
