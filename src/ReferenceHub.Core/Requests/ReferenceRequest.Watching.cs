using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Whether somebody follows it.</summary>
    public bool IsFollowedBy(Guid userId) => watchers.Exists(watcher => watcher.UserId == userId);

    /// <summary>Somebody who sees the whole of it is told of what happens from now on.</summary>
    public void Follow(Guid userId, DateTime now)
    {
        MustBeSent();
        if (!IsFollowedBy(userId))
        {
            watchers.Add(new RequestWatcher(Id, userId, now));
        }
    }

    /// <summary>Lets a colleague follow it, who then sees it as the requester does; on the timeline, since it widens who sees it.</summary>
    public void LetFollow(Moment moment, Guid userId, string name)
    {
        ArgumentNullException.ThrowIfNull(moment);
        if (userId == RequesterId || IsFollowedBy(userId))
        {
            return;
        }

        Follow(userId, moment.Now);
        Record(moment, RequestEventKind.FollowerAdded, note: name);
    }

    /// <summary>Somebody follows it no longer.</summary>
    public void StopFollowing(Guid userId) => watchers.RemoveAll(watcher => watcher.UserId == userId);

    /// <summary>A file was added to it; answers the line of the timeline.</summary>
    public RequestEvent AddFile(Moment moment, string name)
    {
        MustBeSent();
        Record(moment, RequestEventKind.FileAdded, note: name);
        return events[^1];
    }

    /// <summary>A file was taken off it; the lines of its timeline stay.</summary>
    public void RemoveFile(Moment moment, string name) => Record(moment, RequestEventKind.FileRemoved, note: name);

    private void MustBeSent()
    {
        if (SubmittedAt is null)
        {
            throw new IllegalMoveException("This is a draft, which only its writer sees. Send it first.");
        }
    }
}
