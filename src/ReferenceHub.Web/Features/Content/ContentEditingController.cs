using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Editing;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Edits content; what changes text, link or file is kept as a version.</summary>
[Route("/content/{id:guid}/edit")]
[RequiresRight(Right.ManageContent)]
public sealed class ContentEditingController(AssetService assets, AssetForms forms) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var (edit, version, asset) = await assets.ReadAsync(id, this.Viewer(), ct);
        return View("Form", await PageAsync(asset, edit, EditTrail.Of(edit, version), ct));
    }

    [HttpPost("")]
    [RequestSizeLimit(AssetForms.MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = AssetForms.MostBytes)]
    public async Task<IActionResult> Save(Guid id, AssetEdit edit, EditTrail trail, IFormFile? upload, bool dropFile, string? note, string? show, CancellationToken ct)
    {
        var (_, _, asset) = await assets.ReadAsync(id, this.Viewer(), ct);
        edit = await forms.WithFileAsync(edit, upload, dropFile, asset.CustomerId, ModelState, this.Viewer(), ct);
        if (note?.Length > AssetVersion.NoteLength)
        {
            ModelState.AddModelError("Note", $"At most {AssetVersion.NoteLength} characters fit.");
        }

        ViewData["Note"] = note;
        if (!ModelState.IsValid || show == "preview")
        {
            return View("Form", (await PageAsync(asset, edit, trail, ct)) with { ShowsPreview = show == "preview" });
        }

        var outcome = await assets.EditAsync(id, edit, trail.ToMark<AssetEdit>(), note, this.Viewer(), ct);
        if (outcome.IsDone)
        {
            this.Say("Saved.");
            return Redirect($"/content/{id}");
        }

        var page = await PageAsync(asset, edit, trail, ct);
        if (outcome.Clash is not { } clash)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View("Form", page);
        }

        ModelState.Clear();
        ModelState.AddModelError("", outcome.Refusal!);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Form", page.Met(clash));
    }

    private async Task<AssetFormPage> PageAsync(Asset asset, AssetEdit edit, EditTrail trail, CancellationToken ct) =>
        (await forms.PageAsync(asset.Id, asset.CustomerId, edit, trail, this.Viewer(), ct)) with { IsPublished = asset.State == AssetState.Published, IsDraft = asset.State == AssetState.Draft };
}
