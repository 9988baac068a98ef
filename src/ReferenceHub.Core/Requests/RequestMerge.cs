using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Makes one request of two that ask for the same: one goes on, the other ends and becomes a signpost to it.</summary>
public sealed class RequestMerge(ReferenceHubDbContext db, RequestDoor door, Notices notices)
{
    /// <summary>The field at which a number that can't be merged is refused.</summary>
    public const string Field = "Duplicate";

    /// <summary>Merges the duplicate into the request that stays. Whoever was asked for the duplicate is taken back, what was reserved comes back.</summary>
    public Task<Outcome> MergeAsync(int number, int duplicateNumber, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.RunProgram);
        return door.OnAsync(number, by, async (survivor, moment, stop) =>
        {
            await db.Entry(survivor).Collection(row => row.Watchers).LoadAsync(stop);
            var duplicate = await db.Requests.VisibleTo(by, db)
                .Include(row => row.Candidates).Include(row => row.Watchers).Include(row => row.Requester)
                .AsSplitQuery()
                .SingleOrDefaultAsync(row => row.Number == duplicateNumber, stop);
            if (duplicate is null || duplicate.Id == survivor.Id)
            {
                return Outcome.Refuse(duplicate is null ? $"There is no request #{duplicateNumber}." : "Type the number of the other request.", Field);
            }

            if (duplicate.ActivityKey != survivor.ActivityKey)
            {
                return Outcome.Refuse($"#{duplicateNumber} asks for another kind of activity, so both are needed.", Field);
            }

            if (survivor.State is RequestState.Submitted or RequestState.OnHold && duplicate.Candidates.Any(candidate => candidate.State == CandidateState.Proposed))
            {
                return Outcome.Refuse($"#{duplicateNumber} has proposed candidates, and nobody works on #{number} yet. Merge #{number} into #{duplicateNumber} instead.", Field);
            }

            var live = duplicate.Candidates.Where(candidate => candidate.State.IsLive()).ToList();
            // First taken over, since candidates that were proposed fall away with the duplicate.
            survivor.TakeOver(moment, duplicate, duplicate.Requester!.Name);
            duplicate.MergeInto(await door.MomentAsync(by, duplicate.CalendarId, stop), survivor);
            await door.GiveBackAsync(live, moment, stop);
            await MoveAsync(duplicate, survivor, stop);
            await notices.TellAsync(
                [duplicate.RequesterId], MessageKinds.RequestEnded, $"Your request #{duplicateNumber} goes on as #{number}",
                $"Both ask for the same. You follow #{number} now and see how it goes.", $"/requests/{number.ToString(CultureInfo.InvariantCulture)}", by.UserId, stop);
            return Outcome.Done;
        }, ct);
    }

    private async Task MoveAsync(ReferenceRequest duplicate, ReferenceRequest survivor, CancellationToken ct)
    {
        foreach (var signpost in await db.Requests.Where(request => request.MergedIntoId == duplicate.Id).ToListAsync(ct))
        {
            signpost.FollowTo(survivor.Id);
        }

        foreach (var followUp in await db.FollowUps.Where(row => row.Source == SourceKind.Request && row.SourceId == duplicate.Id && row.DoneAt == null).ToListAsync(ct))
        {
            followUp.MoveTo(survivor.Id);
        }

        var there = await db.RequestFiles.Where(file => file.RequestId == survivor.Id).Select(file => file.AttachmentId).ToListAsync(ct);
        foreach (var file in await db.RequestFiles.AsNoTracking().Where(file => file.RequestId == duplicate.Id && !there.Contains(file.AttachmentId)).ToListAsync(ct))
        {
            db.RequestFiles.Add(new RequestFile(survivor.Id, file.AttachmentId, null));
        }
    }
}
