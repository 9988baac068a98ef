using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Editing;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Permissions;

/// <summary>A permission's form.</summary>
public sealed record PermissionPage(Guid CustomerId, string CustomerName, PermissionScope Scope, PermissionEdit Edit, EditTrail Trail, IReadOnlyList<SelectListItem> Regions, string? FileName)
{
    /// <summary>Channels to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Channels { get; } = [.. Enum.GetValues<PermissionChannel>().Select(channel => new SelectListItem(Words.Capital(channel.InWords()), channel.ToString()))];

    /// <summary>Fields to choose in.</summary>
    public IReadOnlyList<EditConflict> Conflicts { get; init; } = [];

    /// <summary>The same page after another edit got there first.</summary>
    public PermissionPage Met(EditClash<PermissionEdit> clash) => this with { Edit = clash.Mine, Trail = EditTrail.Of(clash.Saved, clash.Version), Conflicts = clash.Conflicts };
}

/// <summary>Says before saving what the record would refuse.</summary>
public sealed class PermissionEditValidator : AbstractValidator<PermissionEdit>
{
    /// <summary>The rules; lengths are the entity's.</summary>
    public PermissionEditValidator()
    {
        RuleFor(edit => edit.Status).IsInEnum().WithMessage("Choose granted, denied or unknown.");
        RuleForEach(edit => edit.Channels).IsInEnum().WithMessage("Choose channels from the list.");
        RuleFor(edit => edit.Evidence).MaximumLength(Permission.EvidenceLength).WithMessage($"The evidence is longer than {Permission.EvidenceLength} characters.");
    }
}

/// <summary>What a customer has agreed to, scope by scope.</summary>
[Route("/references/{id:guid}/permissions/{scope}")]
public sealed class PermissionsController(PermissionService permissions, CustomerService customers, ReferenceFormQueries forms, ReferenceProfileQueries profiles) : Controller
{
    /// <summary>Room for the form's own parts around a file of the largest size.</summary>
    private const int MostBytes = StoredFile.MostBytes + 64 * 1024;

    /// <summary>The form of one scope.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, string scope, CancellationToken ct)
    {
        var which = ScopeAddress.Read(scope);
        var (edit, version) = await permissions.ReadAsync(id, which, this.Viewer(), ct);
        return View(await PageAsync(id, which, edit, EditTrail.Of(edit, version), ct));
    }

    /// <summary>Records the answer.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Edit(Guid id, string scope, PermissionEdit edit, EditTrail trail, IFormFile? file, CancellationToken ct)
    {
        var which = ScopeAddress.Read(scope);
        var page = await PageAsync(id, which, edit, trail, ct);
        if (!ModelState.IsValid)
        {
            return View(page);
        }

        await using var content = file?.OpenReadStream();
        var upload = content is null ? null : new EvidenceUpload(content, file!.FileName);
        var outcome = await permissions.RecordAsync(id, which, edit, trail.ToMark<PermissionEdit>(), this.Viewer(), ct, upload);
        if (!outcome.IsDone)
        {
            return this.Again(outcome, page, (page, clash) => page.Met(clash));
        }

        this.Say("Recorded.");
        return Redirect($"/references/{id}?tab=permissions");
    }

    private async Task<PermissionPage> PageAsync(Guid id, PermissionScope scope, PermissionEdit edit, EditTrail trail, CancellationToken ct)
    {
        var (_, _, name) = await customers.ReadAsync(id, this.Viewer(), ct);
        var terms = (await forms.ChoicesAsync(null, ct)).Terms;
        var profile = await profiles.ReadAsync(id, this.Viewer(), ct);
        return new PermissionPage(id, name, scope, edit, trail, RegionChoices.Of(terms, edit.Regions), profile.Permissions.First(permission => permission.Scope == scope).File?.Name);
    }
}
