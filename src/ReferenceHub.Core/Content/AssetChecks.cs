using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Checks what a form says against what is there: nobody quotes another customer's contact or shows another customer's file.</summary>
public sealed class AssetChecks(ReferenceHubDbContext db)
{
    /// <summary>Why the edit cannot be saved for a customer's content; null when it can. Files and speakers it has already stay.</summary>
    public async Task<Outcome?> RefuseAsync(AssetEdit edit, AssetEdit? saved, Guid customerId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(by);
        if (!IsWebAddress(edit.Link))
        {
            return Outcome.Refuse("A link starts with http:// or https://.", nameof(AssetEdit.Link));
        }

        if (edit.ExpiresOn is { } end && end < edit.PublishedOn)
        {
            return Outcome.Refuse("It cannot end before it begins.", nameof(AssetEdit.ExpiresOn));
        }

        if (edit.SpeakerId is { } speaker && speaker != saved?.SpeakerId && !await db.Contacts.AnyAsync(contact => contact.Id == speaker && contact.CustomerId == customerId, ct))
        {
            return Outcome.Refuse("Choose a contact of this customer.", nameof(AssetEdit.SpeakerId));
        }

        if (edit.OwnerId is { } owner && owner != saved?.OwnerId
            && (await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == owner && user.DeactivatedAt == null, ct))?.Roles.Bring(Right.ManageContent) != true)
        {
            return Outcome.Refuse("Choose somebody who manages content.", nameof(AssetEdit.OwnerId));
        }

        if (!await db.Terms.Standing().AnyAsync(term => term.Kind == TermKind.Language && term.Key == edit.Language, ct) && edit.Language != saved?.Language)
        {
            return Outcome.Refuse("Choose a language from the list.", nameof(AssetEdit.Language));
        }

        var terms = edit.Terms.Distinct().ToList();
        if (await db.Terms.Standing().CountAsync(term => terms.Contains(term.Id), ct) != terms.Count)
        {
            return Outcome.Refuse("Choose from the list.", nameof(AssetEdit.Terms));
        }

        return edit.FileId is { } file && file != saved?.FileId && !await IsOwnFileAsync(file, customerId, by, ct)
            ? Outcome.Refuse("Choose the file again.", nameof(AssetEdit.FileId))
            : null;
    }

    /// <summary>Whether an address leads to the web; no address is fine.</summary>
    public static bool IsWebAddress(string? address) =>
        string.IsNullOrWhiteSpace(address)
        || (Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0);

    // A file just given by this person for this customer, or one of a version of its content; evidence of permissions is none of them.
    private Task<bool> IsOwnFileAsync(Guid fileId, Guid customerId, Viewer by, CancellationToken ct)
    {
        var me = by.ActorId;
        return db.Attachments.AnyAsync(
            file => file.Id == fileId && file.CustomerId == customerId
                && (file.AddedById == me || db.AssetVersions.Any(version => version.FileId == fileId))
                && !db.Permissions.Any(permission => permission.EvidenceFileId == fileId),
            ct);
    }
}
