using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Content beside a deal.</summary>
/// <param name="Id">The content.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Title.</param>
/// <param name="CustomerName">The customer.</param>
/// <param name="Usable">Whether it may be used today.</param>
/// <param name="By">Who put it there.</param>
/// <param name="At">When (UTC).</param>
/// <param name="MayRemove">Whether this viewer may take it away.</param>
public sealed record DealAsset(Guid Id, AssetKind Kind, string Title, string CustomerName, bool Usable, string? By, DateTime At, bool MayRemove);

/// <summary>What is beside a deal, as far as the viewer sees it, and how much more there is.</summary>
public sealed record DealShelf(IReadOnlyList<DealAsset> Assets, int Hidden, IReadOnlyList<ShareLine> Shares);

/// <summary>Puts content beside deals.</summary>
public sealed class DealContent(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history, ShareQueries shares)
{
    /// <summary>What stands beside a deal in this viewer's sight.</summary>
    public async Task<DealShelf> OfAsync(Guid dealId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var deal = await DealAsync(dealId, viewer, ct);
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var uses = await db.OpportunityAssets.AsNoTracking().Where(use => use.OpportunityId == dealId).ToListAsync(ct);
        var ids = uses.ConvertAll(use => use.AssetId);
        var people = uses.Select(use => use.ById).OfType<Guid>().Distinct().ToList();
        var assets = await db.Assets.AsNoTracking().VisibleTo(viewer, db, now, today).Where(asset => ids.Contains(asset.Id))
            .Select(asset => new { asset.Id, asset.Kind, asset.Title, Customer = db.Customers.Where(customer => customer.Id == asset.CustomerId).Select(customer => customer.Name).First() })
            .ToDictionaryAsync(asset => asset.Id, ct);
        var usable = await db.Assets.Where(asset => ids.Contains(asset.Id)).UsableOn(today, db).Select(asset => asset.Id).ToListAsync(ct);
        var names = await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, ct);
        return new DealShelf(
            [
                .. uses.Where(use => assets.ContainsKey(use.AssetId)).OrderByDescending(use => use.At).Select(use => new DealAsset(
                    use.AssetId, assets[use.AssetId].Kind, assets[use.AssetId].Title, assets[use.AssetId].Customer, usable.Contains(use.AssetId),
                    use.ById is { } by ? names.GetValueOrDefault(by) : null, use.At, MayRemove(use, deal, viewer))),
            ],
            uses.Count - assets.Count,
            await shares.OfDealAsync(dealId, viewer, ct));
    }

    /// <summary>Puts usable content beside a deal, once.</summary>
    public Task<Outcome> AttachAsync(Guid dealId, Guid assetId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.AskForReference);
        return db.WriteAsync(
            async ct =>
            {
                await DealAsync(dealId, by, ct);
                var now = clock.UtcNow();
                var today = await db.ProgramDayAsync(now, ct);
                var asset = await db.Assets.VisibleTo(by, db, now, today).SingleOrDefaultAsync(asset => asset.Id == assetId, ct) ?? throw new MissingException("content");
                if (!await db.Assets.UsableOn(today, db).AnyAsync(usable => usable.Id == assetId, ct))
                {
                    return Outcome.Refuse("Only content that may be used today is put beside a deal.");
                }

                await AddAsync(db, dealId, asset, by, history, now, ct);
                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Takes it away again: who put it there, who may edit the deal, who manages content.</summary>
    public Task<Outcome> DetachAsync(Guid dealId, Guid assetId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        return db.WriteAsync(
            async ct =>
            {
                var deal = await DealAsync(dealId, by, ct);
                var use = await db.OpportunityAssets.SingleOrDefaultAsync(use => use.OpportunityId == dealId && use.AssetId == assetId, ct) ?? throw new MissingException("content");
                if (!MayRemove(use, deal, by))
                {
                    throw new ForbiddenException("Only who put it there and who edits the deal take it away.");
                }

                // Titles may name a customer that others who see the deal may not know of.
                var kind = await db.Assets.Where(asset => asset.Id == assetId).Select(asset => asset.Kind).SingleAsync(ct);
                db.OpportunityAssets.Remove(use);
                history.Record(by, SubjectKind.Opportunity, dealId, "content-detached", $"Took away a {kind.InWords()}");
                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Notes content beside a deal, once, with the line of a request's timeline that put it there, if one did; the caller saves.</summary>
    internal static async Task AddAsync(ReferenceHubDbContext db, Guid dealId, Asset asset, Viewer by, HistoryLog history, DateTime now, CancellationToken ct, Guid? cause = null)
    {
        if (await db.OpportunityAssets.FindAsync([dealId, asset.Id], ct) is null)
        {
            db.OpportunityAssets.Add(new OpportunityAsset(dealId, asset.Id, by.ActorId, now));
            history.Record(by, SubjectKind.Opportunity, dealId, ContentCause.Attached, $"Put a {asset.Kind.InWords()} beside it", ContentCause.Fields(asset.Id, cause));
        }
    }

    private static bool MayRemove(OpportunityAsset use, Opportunity deal, Viewer by) =>
        use.ById == by.UserId || by.MayEditDealOf(deal.OwnerId) || by.Can(Right.ManageContent);

    private async Task<Opportunity> DealAsync(Guid dealId, Viewer viewer, CancellationToken ct) =>
        await db.Opportunities.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(deal => deal.Id == dealId, ct) ?? throw new MissingException("opportunity");
}
