using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>Makes one deal of two: what was asked, used and shared for the duplicate belongs to the survivor, the duplicate becomes a signpost to it.</summary>
public sealed class DealMerge(ReferenceHubDbContext db, RequestDoor door, HistoryLog history)
{
    /// <summary>Merges a duplicate into the deal that stays; only who runs the program may.</summary>
    public Task<Outcome> MergeAsync(Guid survivorId, Guid duplicateId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.RunProgram);
        return db.WriteAsync(
            async stop =>
            {
                var survivor = await LoadAsync(survivorId, by, stop);
                var duplicate = await LoadAsync(duplicateId, by, stop);
                var before = survivor.Facts;
                duplicate.MergeInto(survivor.Id);
                survivor.TakeOver(duplicate);
                await MoveRequestsAsync(duplicate, survivor, by, stop);
                await MoveSightAsync(duplicate, survivor, stop);
                await MoveContentAsync(duplicate, survivor, stop);
                await MoveUnmetNeedsAsync(duplicate, survivor, stop);
                foreach (var signpost in await db.Opportunities.Where(deal => deal.MergedIntoId == duplicate.Id).ToListAsync(stop))
                {
                    signpost.FollowTo(survivor.Id);
                }

                history.Record(by, SubjectKind.Opportunity, survivor.Id, "merged", $"Merged deal {duplicate.ExternalId} into {survivor.ExternalId}", DealChanges.Between(before, survivor.Facts));
                history.Record(by, SubjectKind.Opportunity, duplicate.Id, "merged", $"Merged into deal {survivor.ExternalId}");
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    private async Task<Opportunity> LoadAsync(Guid id, Viewer by, CancellationToken ct) =>
        await db.Opportunities.VisibleTo(by, db).SingleOrDefaultAsync(deal => deal.Id == id, ct) ?? throw new MissingException("opportunity");

    private async Task MoveRequestsAsync(Opportunity duplicate, Opportunity survivor, Viewer by, CancellationToken ct)
    {
        foreach (var request in await db.Requests.Include(row => row.Events).Where(row => row.OpportunityId == duplicate.Id).ToListAsync(ct))
        {
            request.MoveToDeal(await door.MomentAsync(by, request.CalendarId, ct), survivor.Id, survivor.ExternalId);
        }
    }

    // Who saw the duplicate, as its owner or because they asked for it, sees the survivor.
    private async Task MoveSightAsync(Opportunity duplicate, Opportunity survivor, CancellationToken ct)
    {
        var asks = await db.DealAsks.Where(ask => ask.OpportunityId == duplicate.Id).ToListAsync(ct);
        db.DealAsks.RemoveRange(asks);
        foreach (var user in asks.Select(ask => ask.UserId).Append(duplicate.OwnerId ?? Guid.Empty).Where(user => user != Guid.Empty && user != survivor.OwnerId).Distinct())
        {
            await DealAsk.NoteAsync(db, survivor.Id, user, ct);
        }
    }

    private async Task MoveContentAsync(Opportunity duplicate, Opportunity survivor, CancellationToken ct)
    {
        var there = await db.OpportunityAssets.Where(use => use.OpportunityId == survivor.Id).Select(use => use.AssetId).ToListAsync(ct);
        var moved = await db.OpportunityAssets.Where(use => use.OpportunityId == duplicate.Id).ToListAsync(ct);
        db.OpportunityAssets.RemoveRange(moved);
        db.OpportunityAssets.AddRange(moved.Where(use => !there.Contains(use.AssetId)).Select(use => new OpportunityAsset(survivor.Id, use.AssetId, use.ById, use.At)));
        foreach (var share in await db.ContentShares.Where(share => share.OpportunityId == duplicate.Id).ToListAsync(ct))
        {
            share.MoveToDeal(survivor.Id);
        }
    }

    // One stands for a deal and activity type: of two the later one counts.
    private async Task MoveUnmetNeedsAsync(Opportunity duplicate, Opportunity survivor, CancellationToken ct)
    {
        var there = await db.UnmetNeeds.Where(need => need.OpportunityId == survivor.Id).ToDictionaryAsync(need => need.ActivityKey, ct);
        foreach (var need in await db.UnmetNeeds.Where(need => need.OpportunityId == duplicate.Id).ToListAsync(ct))
        {
            if (there.TryGetValue(need.ActivityKey, out var own))
            {
                own.TakeOver(need);
                db.UnmetNeeds.Remove(need);
            }
            else
            {
                need.MoveToDeal(survivor.Id);
            }
        }
    }
}
