using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>Content as the library finds it: what it is, about whom, until when, and how often it is looked at. Texts and files stay.</summary>
public sealed class ContentExport(ReferenceHubDbContext db, LibraryQueries library, TimeProvider clock)
{
    private static readonly ExportColumn[] Columns =
    [
        new("Title", 40), new("Kind", 12), new("Customer", 36), new("Language", 14), new("Who may read it", 14), new("State", 12), new("Summary", 50), new("Link", 40), new("File", 30), new("About", 40),
        new("Published on", 12), new("Ends on", 12), new("Next review", 12), new("Owner", 24), new("Version", 8), new("Views", 8), new("Shares", 8), new("Deals", 8),
    ];

    /// <summary>The content of a search in its order.</summary>
    public async Task<ExportTable> ReadAsync(LibrarySearch search, Viewer viewer, CancellationToken ct)
    {
        ExportRights.Must(ExportRights.OfOthers(viewer));
        var ids = await library.IdsAsync(search, viewer, ct);
        var terms = await TermBook.ReadAsync(db, ct);
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        return new ExportTable("Content", Columns, ids.Count, Chunks.OneEach(ids, ReadAsync, ct));

        async Task<Dictionary<Guid, ExportCell[]>> ReadAsync(Guid[] some, CancellationToken ct)
        {
            var about = (await db.AssetTerms.AsNoTracking().Where(term => EF.Parameter(some).Contains(term.AssetId)).Select(term => new { term.AssetId, term.TermId }).ToListAsync(ct)).ToLookup(term => term.AssetId, term => term.TermId);
            var rows = await db.Assets.AsNoTracking().VisibleTo(viewer, db, now, today)
                .Where(asset => EF.Parameter(some).Contains(asset.Id))
                .Select(asset => new
                {
                    Asset = asset,
                    Customer = db.Customers.Where(customer => customer.Id == asset.CustomerId).Select(customer => customer.Name).First(),
                    File = db.Attachments.Where(file => file.Id == asset.FileId).Select(file => file.Name).FirstOrDefault(),
                    Owner = db.Users.Where(user => user.Id == asset.OwnerId).Select(user => user.Name).FirstOrDefault(),
                    Views = db.ContentViews.Count(view => view.AssetId == asset.Id),
                    Shares = db.ContentShareItems.Count(item => item.AssetId == asset.Id),
                    Deals = db.OpportunityAssets.Count(use => use.AssetId == asset.Id),
                })
                .ToListAsync(ct);
            return rows.ToDictionary(row => row.Asset.Id, row => (ExportCell[])
            [
                row.Asset.Title, row.Asset.Kind.ToString(), row.Customer, terms.Language(row.Asset.Language), row.Asset.Confidentiality.ToString(), row.Asset.State.ToString(), row.Asset.Summary, row.Asset.Link, row.File,
                ExportCell.Several(about[row.Asset.Id].Select(id => terms.Name(id)).OfType<string>().Order(StringComparer.OrdinalIgnoreCase)),
                row.Asset.PublishedOn, row.Asset.ExpiresOn, row.Asset.NextReviewOn, row.Owner, row.Asset.VersionNumber, row.Views, row.Shares, row.Deals,
            ]);
        }
    }
}
