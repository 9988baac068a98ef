using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>The place of an activity type in all lists.</summary>
[Route("/admin/activity-types/{key}/place")]
[RequiresRight(Right.ManageSettings)]
public sealed class ActivityTypePlaceController(ActivityTypeService service) : Controller
{
    /// <summary>One place up or down.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Move(string key, bool up, CancellationToken ct)
    {
        var outcome = await service.MoveAsync(key, up, this.Viewer(), ct);
        this.Say(outcome.Refusal ?? "Moved.");
        return LocalRedirect($"/admin/activity-types#{key}");
    }
}
