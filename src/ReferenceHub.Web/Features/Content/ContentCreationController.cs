using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Editing;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Adds content: first about whom, then what.</summary>
[Route("/content/new")]
[RequiresRight(Right.ManageContent)]
public sealed class ContentCreationController(AssetService assets, AssetForms forms, ContentSubjects customers) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid? customer, AssetKind kind, string? q, CancellationToken ct)
    {
        var viewer = this.Viewer();
        if (customer is not { } about)
        {
            ViewData["Words"] = q;
            return View("Choose", await customers.FindAsync(q, viewer, ct));
        }

        var edit = await forms.StartAsync(about, Enum.IsDefined(kind) ? kind : AssetKind.Story, viewer, ct);
        return View("Form", await forms.PageAsync(null, about, edit, new EditTrail(), viewer, ct));
    }

    [HttpPost("")]
    [RequestSizeLimit(AssetForms.MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = AssetForms.MostBytes)]
    public async Task<IActionResult> Create(Guid customer, AssetEdit edit, IFormFile? upload, bool dropFile, string? show, CancellationToken ct)
    {
        var viewer = this.Viewer();
        edit = await forms.WithFileAsync(edit, upload, dropFile, customer, ModelState, viewer, ct);
        if (!ModelState.IsValid || show == "preview")
        {
            return View("Form", (await forms.PageAsync(null, customer, edit, new EditTrail(), viewer, ct)) with { ShowsPreview = show == "preview" });
        }

        var outcome = await assets.CreateAsync(customer, edit, viewer, ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View("Form", await forms.PageAsync(null, customer, edit, new EditTrail(), viewer, ct));
        }

        this.Say("Added as a draft. Publish it when it is ready.");
        return Redirect($"/content/{outcome.Value}");
    }
}
