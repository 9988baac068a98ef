using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>A file somebody gives as evidence, under the name it has with them.</summary>
public sealed record EvidenceUpload(Stream Content, string Name);

/// <summary>Signed forms and mails behind permissions: taken in by content, given to the program and marketing only, as a download.</summary>
public sealed class EvidenceFiles(ReferenceHubDbContext db, TimeProvider clock, IIds ids, FileStore store)
{
    /// <summary>What counts as evidence: documents, pictures, mails; nothing that runs in a browser.</summary>
    public static FileRules Rules { get; } = new(FileKind.Pdf, FileKind.Png, FileKind.Jpeg, FileKind.Docx, FileKind.Mail, FileKind.OutlookMail, FileKind.Text);

    /// <summary>Takes the bytes in; name them with <see cref="Attach"/> in the transaction that needs them.</summary>
    public async Task<Outcome<KeptEvidence>> KeepAsync(EvidenceUpload upload, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var kept = await store.KeepAsync(upload.Content, upload.Name, Rules, ct);
        return kept.Value is { } file
            ? new KeptEvidence(file, FileName.Safe(upload.Name, Rules.Kinds.First(kind => kind.ContentType == file.ContentType)))
            : Outcome<KeptEvidence>.Refuse(kept.Refusal!, kept.Field);
    }

    /// <summary>Adds the file to the transaction at hand.</summary>
    public Attachment Attach(KeptEvidence kept, Guid customerId, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(by);
        var attachment = new Attachment(ids.Next(), kept.File, kept.Name, customerId, by.ActorId, clock.UtcNow());
        db.Attachments.Add(attachment);
        return attachment;
    }

    /// <summary>Name of a file.</summary>
    public async Task<string?> NameAsync(Guid? id, CancellationToken ct) =>
        id is null ? null : await db.Attachments.Where(file => file.Id == id).Select(file => file.Name).SingleOrDefaultAsync(ct);

    /// <summary>The file behind a customer's permission; for program manager and marketing only, 404 where there is none.</summary>
    public async Task<(Attachment File, Stream Content)> OpenAsync(Guid customerId, PermissionScope scope, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.SeeCustomerSecrets);
        var file = await db.Permissions.AsNoTracking().Where(permission => permission.CustomerId == customerId && permission.Scope == scope)
            .Join(db.Attachments, permission => permission.EvidenceFileId, file => file.Id, (_, file) => file)
            .SingleOrDefaultAsync(ct) ?? throw new MissingException("file");
        return (file, await store.OpenAsync(file.Hash, ct));
    }
}

/// <summary>Bytes that were taken in, and the name they may have.</summary>
public sealed record KeptEvidence(StoredFile File, string Name);
