using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Content with all that its page shows this viewer.</summary>
public sealed record AssetPage(Asset Asset, string CustomerName, TermBook Terms)
{
    /// <summary>Its file.</summary>
    public Attachment? File { get; init; }

    /// <summary>Whom it quotes or shows.</summary>
    public string? Speaker { get; init; }

    /// <summary>Who looks after it.</summary>
    public string? Owner { get; init; }

    /// <summary>Why it may not be used today; null when it may.</summary>
    public string? WhyNot { get; init; }

    /// <summary>What its kind needs, as the customer's record says today.</summary>
    public required string? Missing { get; init; }

    /// <summary>May edit, publish and withdraw it.</summary>
    public bool MayManage { get; init; }

    /// <summary>May send it to a prospect.</summary>
    public bool MayShare { get; init; }

    /// <summary>Deals in this viewer's sight that it stands beside.</summary>
    public IReadOnlyList<AssetDeal> Deals { get; init; } = [];

    /// <summary>How often it was used.</summary>
    public required AssetUse Use { get; init; }

    /// <summary>Its versions, the latest first, for those who manage content.</summary>
    public IReadOnlyList<AssetVersionLine> Versions { get; init; } = [];

    /// <summary>Who changed what, the latest first, for those who manage content.</summary>
    public IReadOnlyList<HistoryEvent> History { get; init; } = [];

    /// <summary>The program's date.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>A deal that content stands beside.</summary>
public sealed record AssetDeal(Guid Id, string Name, DealOutcome Outcome, DateTime At);

/// <summary>How often content was opened, downloaded and followed in half a year, by colleagues and by prospects.</summary>
public sealed record AssetUse(int Opened, int Downloaded, int Followed, int ByProspects, int Shares, DateTime? LastAt);

/// <summary>One version in a list.</summary>
public sealed record AssetVersionLine(int Number, string? Note, string? By, DateTime At, bool HasFile);

/// <summary>Reads one piece of content.</summary>
public sealed class AssetPageQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int MostLines = 50;

    /// <summary>The page; missing when the viewer may not see it.</summary>
    public async Task<AssetPage> ReadAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var asset = await db.Assets.AsNoTracking().Include(asset => asset.Terms).VisibleTo(viewer, db, now, today).SingleOrDefaultAsync(asset => asset.Id == id, ct)
            ?? throw new MissingException("content");
        var customer = await db.Customers.AsNoTracking().Where(customer => customer.Id == asset.CustomerId).Select(customer => new { customer.Name, customer.Status }).SingleAsync(ct);
        var permissions = await db.Permissions.AsNoTracking().Where(permission => permission.CustomerId == asset.CustomerId).ToListAsync(ct);
        var missing = AssetUsability.WhyNotAllowed(asset.Kind, customer.Status, permissions, today);
        var manages = viewer.Can(Right.ManageContent);
        var whyNot = asset.WhyNotUsable(customer.Status, permissions, today);
        return new AssetPage(asset, customer.Name, await TermBook.ReadAsync(db, ct))
        {
            File = asset.FileId is { } file ? await db.Attachments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == file, ct) : null,
            Speaker = asset.SpeakerId is { } speaker ? await db.Contacts.Where(contact => contact.Id == speaker).Select(contact => contact.JobTitle == null ? contact.Name : contact.Name + ", " + contact.JobTitle).SingleOrDefaultAsync(ct) : null,
            Owner = asset.OwnerId is { } owner ? await db.Users.Where(user => user.Id == owner).Select(user => user.Name).SingleOrDefaultAsync(ct) : null,
            WhyNot = whyNot,
            Missing = missing,
            MayManage = manages,
            MayShare = whyNot is null && asset.Confidentiality != Confidentiality.Internal && viewer.Can(Right.ShareContent),
            Deals = await DealsAsync(id, viewer, ct),
            Use = await UseAsync(id, now, ct),
            Versions = manages ? await VersionsAsync(id, ct) : [],
            History = manages ? await HistoryAsync(id, ct) : [],
            Today = today,
        };
    }

    private async Task<IReadOnlyList<AssetDeal>> DealsAsync(Guid id, Viewer viewer, CancellationToken ct) =>
        await db.OpportunityAssets.AsNoTracking().Where(use => use.AssetId == id)
            .Join(db.Opportunities.VisibleTo(viewer, db), use => use.OpportunityId, deal => deal.Id, (use, deal) => new { use, deal })
            .OrderByDescending(row => row.use.At).Take(MostLines)
            .Select(row => new AssetDeal(row.deal.Id, row.deal.Name, row.deal.Outcome, row.use.At)).ToListAsync(ct);

    private async Task<AssetUse> UseAsync(Guid id, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-LibraryFilters.UnusedDays);
        var views = await db.ContentViews.AsNoTracking().Where(view => view.AssetId == id && view.At >= since)
            .GroupBy(view => new { view.Kind, Outside = view.ShareId != null })
            .Select(group => new { group.Key.Kind, group.Key.Outside, Count = group.Count(), Last = group.Max(view => view.At) }).ToListAsync(ct);
        int Of(ContentViewKind kind) => views.Where(view => view.Kind == kind).Sum(view => view.Count);
        return new AssetUse(
            Of(ContentViewKind.Opened), Of(ContentViewKind.Downloaded), Of(ContentViewKind.Followed), views.Where(view => view.Outside).Sum(view => view.Count),
            await db.ContentShareItems.CountAsync(item => item.AssetId == id && db.ContentShares.Any(share => share.Id == item.ShareId && share.CreatedAt >= since), ct),
            views.Count == 0 ? null : views.Max(view => view.Last));
    }

    private async Task<IReadOnlyList<AssetVersionLine>> VersionsAsync(Guid id, CancellationToken ct) =>
        await db.AssetVersions.AsNoTracking().Where(version => version.AssetId == id).OrderByDescending(version => version.Number).Take(MostLines)
            .Select(version => new AssetVersionLine(
                version.Number, version.Note, db.Users.Where(user => user.Id == version.SavedById).Select(user => user.Name).FirstOrDefault(), version.SavedAt, version.FileId != null))
            .ToListAsync(ct);

    private async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(Guid id, CancellationToken ct) =>
        await db.HistoryEvents.AsNoTracking().Where(line => line.Subject == SubjectKind.Asset && line.SubjectId == id)
            .OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(MostLines).ToListAsync(ct);
}
