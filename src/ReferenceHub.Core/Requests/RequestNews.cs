using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Who is told that a request was sent: the person it was sent for, and the program.</summary>
public sealed class RequestNews(ReferenceHubDbContext db, Notices notices)
{
    internal async Task SentAsync(ReferenceRequest request, ActivityType type, Viewer by, CancellationToken ct)
    {
        var path = $"/requests/{request.Number}";
        var prospect = await db.ProspectOfAsync(request, ct);
        var what = prospect is null ? type.Name : $"{type.Name} for {prospect}";
        if (request.EnteredById is not null)
        {
            db.RequestWatchers.Add(new RequestWatcher(request.Id, by.UserId, request.SubmittedAt!.Value));
            await notices.TellAsync([request.RequesterId], MessageKinds.RequestSubmitted, $"{by.Name} asked for you: {what}", request.InShort, path, by.UserId, ct);
        }

        if (request.State.IsOpen())
        {
            var managers = await db.Users.WhoRun().Where(user => user.Id != request.RequesterId).Select(user => user.Id).ToListAsync(ct);
            await notices.TellAsync(managers, MessageKinds.RequestSubmitted, $"New request: {what}", request.InShort, path, by.UserId, ct);
        }
    }
}
