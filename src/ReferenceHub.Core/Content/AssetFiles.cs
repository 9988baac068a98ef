using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Files of content: taken in by what their bytes are, given out as downloads only.</summary>
public sealed class AssetFiles(ReferenceHubDbContext db, FileStore files, TimeProvider clock, IIds ids)
{
    /// <summary>What is taken. Videos are links; nothing that a browser would run.</summary>
    public static FileRules Rules { get; } = new(FileKind.Pdf, FileKind.Docx, FileKind.Pptx, FileKind.Png, FileKind.Jpeg, FileKind.Webp);

    /// <summary>Takes in a file for content about a customer; the form then names it by its key.</summary>
    public async Task<Outcome<Guid>> KeepAsync(Guid customerId, Stream bytes, string name, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ManageContent);
        if (!await db.Customers.Present().AnyAsync(customer => customer.Id == customerId, ct))
        {
            return Outcome<Guid>.Refuse("Choose a customer first.", nameof(Asset.CustomerId));
        }

        var kept = await files.KeepAsync(bytes, name, Rules, ct);
        if (kept.Value is not { } file)
        {
            return Outcome<Guid>.Refuse(kept.Refusal!, "Upload");
        }

        var kind = Rules.Kinds.First(kind => kind.ContentType == file.ContentType);
        return await db.WriteAsync<Outcome<Guid>>(
            async ct =>
            {
                var attachment = new Attachment(ids.Next(), file, FileName.Safe(name, kind), customerId, by.ActorId, clock.UtcNow());
                db.Attachments.Add(attachment);
                await db.SaveChangesAsync(ct);
                return attachment.Id;
            },
            ct);
    }

    /// <summary>The file of content in this viewer's sight; of an older version for those who manage content.</summary>
    public async Task<Attachment> FindAsync(Guid assetId, int? version, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var now = clock.UtcNow();
        var asset = await db.Assets.AsNoTracking().VisibleTo(viewer, db, now, await db.ProgramDayAsync(now, ct)).SingleOrDefaultAsync(asset => asset.Id == assetId, ct)
            ?? throw new MissingException("content");
        var fileId = asset.FileId;
        if (version is { } number && number != asset.VersionNumber)
        {
            viewer.MustHave(Right.ManageContent);
            fileId = await db.AssetVersions.Where(row => row.AssetId == assetId && row.Number == number).Select(row => row.FileId).SingleOrDefaultAsync(ct);
        }

        return await db.Attachments.AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId, ct) ?? throw new MissingException("file");
    }

    /// <summary>A file that a form about a customer names; null when it is none of that customer's content.</summary>
    public async Task<Attachment?> GivenAsync(Guid fileId, Guid customerId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.ManageContent);
        return await db.Attachments.AsNoTracking().SingleOrDefaultAsync(
            file => file.Id == fileId && file.CustomerId == customerId && !db.Permissions.Any(permission => permission.EvidenceFileId == fileId), ct);
    }

    /// <summary>What content about a customer is about to begin with: its industry, region, products and use cases.</summary>
    public async Task<IReadOnlyList<Guid>> TermsOfAsync(Guid customerId, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().Where(customer => customer.Id == customerId).Select(customer => new { customer.IndustryId, customer.RegionId }).SingleOrDefaultAsync(ct) ?? throw new MissingException("customer");
        var products = await db.ProductUses.Where(use => use.CustomerId == customerId).Select(use => use.ProductId).ToListAsync(ct);
        var cases = await db.CustomerAttributes.Where(attribute => attribute.CustomerId == customerId && attribute.Term!.Kind == TermKind.UseCase).Select(attribute => attribute.TermId).ToListAsync(ct);
        return [.. new[] { customer.IndustryId, customer.RegionId }.OfType<Guid>().Concat(products).Concat(cases).Distinct()];
    }
}
