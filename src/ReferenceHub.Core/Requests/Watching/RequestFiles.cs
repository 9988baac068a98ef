using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Files on requests: taken in by what their bytes are, given to those who see the request, as downloads only.</summary>
public sealed class RequestFiles(ReferenceHubDbContext db, RequestDoor door, FileStore store)
{
    /// <summary>Most files on one request.</summary>
    public const int Most = 20;

    /// <summary>What is taken: documents, tables, pictures, mails; nothing that runs in a browser.</summary>
    public static FileRules Rules { get; } = new(
        FileKind.Pdf, FileKind.Docx, FileKind.Xlsx, FileKind.Pptx, FileKind.Png, FileKind.Jpeg, FileKind.Webp, FileKind.Mail, FileKind.OutlookMail, FileKind.Text);

    private static Outcome Full => Outcome.Refuse($"This request has {Most} files already. Put several into one.", "file");

    /// <summary>Adds a file to a request that the viewer sees; on its timeline.</summary>
    public async Task<Outcome> AddAsync(int number, Stream bytes, string name, Viewer by, CancellationToken ct)
    {
        var there = await db.Requests.VisibleTo(by, db).Where(request => request.Number == number)
            .Select(request => (int?)db.RequestFiles.Count(file => file.RequestId == request.Id)).FirstOrDefaultAsync(ct) ?? throw new MissingException("request");
        if (there >= Most)
        {
            return Full;
        }

        var kept = await store.KeepAsync(bytes, name, Rules, ct);
        if (kept.Value is not { } file)
        {
            return Outcome.Refuse(kept.Refusal!, kept.Field);
        }

        var safe = FileName.Safe(name, Rules.Kinds.First(kind => kind.ContentType == file.ContentType));
        return await door.OnAsync(number, by, async (request, moment, stop) =>
        {
            if (await db.RequestFiles.CountAsync(row => row.RequestId == request.Id, stop) >= Most)
            {
                return Full;
            }

            var attachment = new Attachment(moment.Ids.Next(), file, safe, null, by.ActorId, moment.Now);
            db.Attachments.Add(attachment);
            var line = request.AddFile(moment, safe);
            db.RequestFiles.Add(new RequestFile(request.Id, attachment.Id, line.Id));
            return Outcome.Done;
        }, ct);
    }

    /// <summary>Takes a file off: who added it, or the program. The timeline keeps that it was there.</summary>
    public Task<Outcome> RemoveAsync(int number, Guid fileId, Viewer by, CancellationToken ct) => door.OnAsync(number, by, async (request, moment, stop) =>
    {
        var row = await db.RequestFiles.Include(file => file.Attachment).SingleOrDefaultAsync(file => file.RequestId == request.Id && file.AttachmentId == fileId, stop) ?? throw new MissingException("file");
        if (!MayRemove(row.Attachment!.AddedById, by))
        {
            throw new ForbiddenException("Only who added a file and the program take it off.");
        }

        request.RemoveFile(moment, row.Attachment.Name);
        db.RequestFiles.Remove(row);
        if (!await db.RequestFiles.AnyAsync(file => file.AttachmentId == fileId && file.RequestId != request.Id, stop))
        {
            db.Attachments.Remove(row.Attachment);
        }

        return Outcome.Done;
    }, ct);

    /// <summary>Whether a viewer may take off what that person added.</summary>
    public static bool MayRemove(Guid? addedById, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return (addedById is { } person && person == viewer.ActorId) || viewer.Can(Right.RunProgram);
    }

    /// <summary>A file of a request that the viewer sees; 404 otherwise.</summary>
    public async Task<(Attachment File, Stream Content)> OpenAsync(int number, Guid fileId, Viewer by, CancellationToken ct)
    {
        var file = await db.RequestFiles.AsNoTracking()
            .Where(row => row.AttachmentId == fileId && db.Requests.VisibleTo(by, db).Any(request => request.Id == row.RequestId && request.Number == number))
            .Select(row => row.Attachment)
            .SingleOrDefaultAsync(ct) ?? throw new MissingException("file");
        return (file, await store.OpenAsync(file.Hash, ct));
    }
}
