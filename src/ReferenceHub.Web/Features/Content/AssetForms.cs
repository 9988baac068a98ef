using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Editing;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Loads what the form of content needs, and takes in the file it brings.</summary>
public sealed class AssetForms(ReferenceProfileQueries profiles, ReferenceFormQueries choices, PeopleQueries people, AssetFiles files)
{
    /// <summary>Room for the form's own parts around a file of the largest size.</summary>
    public const int MostBytes = StoredFile.MostBytes + (1024 * 1024);

    /// <summary>The page of a form about a customer.</summary>
    public async Task<AssetFormPage> PageAsync(Guid? id, Guid customerId, AssetEdit edit, EditTrail trail, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var profile = await profiles.ReadAsync(customerId, viewer, ct);
        var owners = await people.ActiveAsync(Rights.BearersOf(Right.ManageContent), ct);
        return new AssetFormPage(
            id,
            customerId,
            profile.Name,
            edit,
            trail,
            (await choices.ChoicesAsync(null, ct)).Terms,
            [.. owners.Select(person => new SelectListItem(person.Name, person.Id.ToString()))],
            [.. profile.Contacts.Where(contact => !contact.HasLeft || contact.Id == edit.SpeakerId).Select(contact => new SelectListItem(contact.JobTitle is null ? contact.Name : $"{contact.Name}, {contact.JobTitle}", contact.Id.ToString()))])
        {
            File = edit.FileId is { } file ? await files.GivenAsync(file, customerId, viewer, ct) : null,
        };
    }

    /// <summary>A new form about a customer: what the customer is, its content is about.</summary>
    public async Task<AssetEdit> StartAsync(Guid customerId, AssetKind kind, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return new AssetEdit { Kind = kind, OwnerId = viewer.UserId, Terms = [.. await files.TermsOfAsync(customerId, ct)] };
    }

    /// <summary>The edit with the file that came along, or without one that was taken away; a refused file is said beside the field.</summary>
    public async Task<AssetEdit> WithFileAsync(AssetEdit edit, IFormFile? upload, bool dropFile, Guid customerId, ModelStateDictionary state, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(state);
        if (upload is null)
        {
            return dropFile ? Without(edit, state) : edit;
        }

        await using var bytes = upload.OpenReadStream();
        var kept = await files.KeepAsync(customerId, bytes, upload.FileName, viewer, ct);
        if (!kept.IsDone)
        {
            state.AddModelError(kept.Field ?? "Upload", kept.Refusal!);
            return edit;
        }

        state.Remove(nameof(AssetEdit.FileId));
        return edit with { FileId = kept.Value };
    }

    private static AssetEdit Without(AssetEdit edit, ModelStateDictionary state)
    {
        state.Remove(nameof(AssetEdit.FileId));
        return edit with { FileId = null };
    }
}
