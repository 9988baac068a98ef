using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Tells the people of a request what triage did with it: given to somebody, a question, its answer, its end. Part of the transaction at hand.</summary>
public sealed class TriageNotices(ReferenceHubDbContext db, Notices notices)
{
    /// <summary>Somebody else was given it.</summary>
    public Task AssignedAsync(ReferenceRequest request, Moment moment, CancellationToken ct) =>
        TellAsync(request, [request.AssigneeId], MessageKinds.RequestAssigned, "is yours now", request.InShort, moment, ct);

    /// <summary>It waits for the requester's answer.</summary>
    public Task AskedAsync(ReferenceRequest request, string question, Moment moment, CancellationToken ct) =>
        TellAsync(request, [request.RequesterId], MessageKinds.RequestQuestion, "waits for your answer", question, moment, ct);

    /// <summary>The requester has answered.</summary>
    public Task AnsweredAsync(ReferenceRequest request, string? answer, Moment moment, CancellationToken ct) =>
        TellAsync(request, [request.AssigneeId, request.RequesterId], MessageKinds.RequestAnswered, "goes on", answer, moment, ct);

    /// <summary>It ended, however that came: all who take part and were not <paramref name="told"/> something of it by the same deed.</summary>
    public async Task EndedAsync(ReferenceRequest request, IReadOnlyCollection<Guid> told, Moment moment, CancellationToken ct)
    {
        var people = (await PeopleAsync(request, ct)).Where(person => person is not { } id || !told.Contains(id));
        await TellAsync(request, people, MessageKinds.RequestEnded, $"is {request.State.InWords()}", request.EndReason, moment, ct);
    }

    /// <summary>Somebody changed what is asked for; the names of what they changed are told.</summary>
    public async Task EditedAsync(ReferenceRequest request, IReadOnlyCollection<string> changed, Moment moment, CancellationToken ct)
    {
        if (changed.Count > 0)
        {
            await TellAsync(request, await PeopleAsync(request, ct), MessageKinds.RequestEdited, "was changed", $"{string.Join(", ", changed)}.", moment, ct);
        }
    }

    private async Task<IReadOnlyList<Guid?>> PeopleAsync(ReferenceRequest request, CancellationToken ct) =>
        [request.RequesterId, request.AssigneeId, .. await db.RequestWatchers.Where(watcher => watcher.RequestId == request.Id).Select(watcher => (Guid?)watcher.UserId).ToListAsync(ct)];

    private async Task TellAsync(ReferenceRequest request, IEnumerable<Guid?> people, string kind, string what, string? text, Moment moment, CancellationToken ct)
    {
        var told = people.OfType<Guid>().Distinct().ToList();
        if (told.Count == 0 || request.SubmittedAt is null)
        {
            return;
        }

        var prospect = await db.ProspectOfAsync(request, ct);
        var path = $"/requests/{request.Number.ToString(CultureInfo.InvariantCulture)}";
        await notices.TellAsync(told, kind, $"#{request.Number}{(prospect is null ? "" : $" for {prospect}")} {what}", text, path, moment.By.ActorId, ct);
    }
}
