using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>What is left to set up, for administrators, until all is done.</summary>
public sealed class FirstRunViewComponent(FirstRunChecklist checklist) : ViewComponent
{
    /// <summary>Draws it for the person at hand.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (!this.Viewer().Can(Right.ManageOrganisation))
        {
            return Content("");
        }

        var lines = await checklist.ReadAsync(HttpContext.RequestAborted);
        return lines.All(line => line.Done) ? Content("") : View(lines);
    }
}
