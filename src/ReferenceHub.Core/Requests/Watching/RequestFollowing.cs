using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Who follows a request: oneself, or a colleague whom the requester or the program lets in.</summary>
public sealed class RequestFollowing(ReferenceHubDbContext db, RequestDoor door, Notices notices)
{
    /// <summary>Follows it oneself; only who sees the whole of it anyway.</summary>
    public Task<Outcome> FollowAsync(int number, Viewer by, CancellationToken ct) => OnAsync(number, by, (request, moment, _) =>
    {
        if (!by.Can(Right.SeeAllRequests) && request.RequesterId != by.UserId && !request.IsFollowedBy(by.UserId))
        {
            return Task.FromResult(Outcome.Refuse("You see the part of this request that is about your customers. Ask the requester or the program to let you follow the whole of it."));
        }

        request.Follow(by.UserId, moment.Now);
        return Task.FromResult(Outcome.Done);
    }, ct);

    /// <summary>Lets a colleague follow it; the colleague is told.</summary>
    public Task<Outcome> AddAsync(int number, Guid userId, Viewer by, CancellationToken ct) => OnAsync(number, by, async (request, moment, stop) =>
    {
        request.MustBeDrivenBy(by);
        var person = await db.Users.AsNoTracking().WhoCanSignIn().SingleOrDefaultAsync(user => user.Id == userId, stop);
        if (person is null)
        {
            return Outcome.Refuse("Choose somebody who can sign in.", "UserId");
        }

        if (person.Id == request.RequesterId)
        {
            return Outcome.Refuse($"{person.Name} asked for it and is told of everything anyway.", "UserId");
        }

        request.LetFollow(moment, person.Id, person.Name);
        await notices.TellAsync(
            [person.Id], MessageKinds.Mention, $"{by.Name} lets you follow request #{request.Number}", null, $"/requests/{request.Number.ToString(CultureInfo.InvariantCulture)}", by.UserId, stop);
        return Outcome.Done;
    }, ct);

    /// <summary>Follows it no longer: oneself, or somebody whom the requester or the program takes out.</summary>
    public Task<Outcome> StopAsync(int number, Guid userId, Viewer by, CancellationToken ct) => OnAsync(number, by, (request, _, _) =>
    {
        if (userId != by.UserId)
        {
            request.MustBeDrivenBy(by);
        }

        request.StopFollowing(userId);
        return Task.FromResult(Outcome.Done);
    }, ct);

    private Task<Outcome> OnAsync(int number, Viewer by, Func<ReferenceRequest, Moment, CancellationToken, Task<Outcome>> command, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            await db.Entry(request).Collection(row => row.Watchers).LoadAsync(stop);
            return await command(request, moment, stop);
        }, ct);
}
