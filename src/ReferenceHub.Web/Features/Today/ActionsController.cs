using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Today;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Today;

/// <summary>Logging a call, mail or meeting: who, when, outcome, next follow-up.</summary>
[Module(Modules.Today)]
public sealed class ActionsController(ActionLog log) : Controller
{
    [HttpPost("/actions")]
    public async Task<IActionResult> Log(ActionForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var note = new ActionNote(form.Kind, form.Result, form.Note, form.NextOn);
        return this.Back(await log.LogAsync(form.Source, form.SourceId, note, this.Viewer(), ct), form.NextOn is null ? "Logged." : "Logged, and the follow-up is set.", form.Back);
    }
}

/// <summary>Answers of small deeds: a note, and back to where the person came from.</summary>
internal static class Deeds
{
    public static IActionResult Back(this Controller controller, Outcome outcome, string done, string? back)
    {
        if (outcome.IsDone)
        {
            controller.Say(done);
        }
        else
        {
            controller.Warn(outcome.Refusal!);
        }

        return controller.LocalRedirect(controller.Url.LocalOr(back, "/today"));
    }
}
