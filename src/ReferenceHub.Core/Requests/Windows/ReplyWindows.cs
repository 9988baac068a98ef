using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>
/// Watches the time that owner, legal and customer have to answer: reminds, takes silence for no answer, and asks the next in line. Windows of requests on
/// hold stand. Each reminder goes out once, whoever runs this how often, and whatever the clock does.
/// </summary>
public sealed class ReplyWindows(ReferenceHubDbContext db, TimeProvider clock, RequestDoor door, CandidateLine line, AskLetters letters, AskNotices notices, CalendarQueries calendars) : IRegularWork
{
    private static readonly CandidateState[] Asked = [.. Enum.GetValues<CandidateState>().Where(state => state.IsAsked())];
    private static readonly RequestState[] Worked = [RequestState.Triaged, RequestState.Sourcing, RequestState.Confirmed];

    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Does what is due; answers how many requests something was done to.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var types = await db.ActivityTypes.AsNoTracking().ToDictionaryAsync(type => type.Key, StringComparer.Ordinal, ct);
        var due = await DueAsync(types, ct);
        await EachInTurn.RunAsync(due, number => door.OnAsync(number, Viewer.Product, (request, moment, stop) => LookAsync(request, types[request.ActivityKey], moment, stop), ct));
        return due.Count;
    }

    private async Task<List<int>> DueAsync(Dictionary<string, ActivityType> types, CancellationToken ct)
    {
        var (now, book) = (clock.UtcNow(), await calendars.BookAsync(ct));
        var open = await (
            from candidate in db.Candidates.AsNoTracking()
            join request in db.Requests on candidate.RequestId equals request.Id
            where Asked.Contains(candidate.State) && candidate.ReplyDueAt != null && Worked.Contains(request.State)
            select new { request.Number, request.ActivityKey, request.CalendarId, candidate.State, candidate.ReplyDueAt, candidate.RemindedAt }).ToListAsync(ct);
        return
        [
            .. open.Where(ask => AskWindow.At(ask.State.Awaits(), AskWindow.MinutesOf(types[ask.ActivityKey], ask.State.Awaits()), ask.ReplyDueAt!.Value, ask.RemindedAt, now, book.Of(ask.CalendarId)).Due != AskDue.Nothing)
                .Select(ask => ask.Number).Distinct().Order(),
        ];
    }

    // Looked at once more, on the rows as they are within the transaction: another node, or the answer itself, may have come first.
    private async Task<Outcome> LookAsync(ReferenceRequest request, ActivityType type, Moment moment, CancellationToken ct)
    {
        if (!Worked.Contains(request.State))
        {
            return Outcome.Done;
        }

        var silent = new List<Candidate>();
        foreach (var candidate in request.Candidates.Where(candidate => candidate.State.IsAsked() && candidate.ReplyDueAt is not null).ToList())
        {
            var party = candidate.State.Awaits();
            var (due, percent) = AskWindow.At(party, AskWindow.MinutesOf(type, party), candidate.ReplyDueAt!.Value, candidate.RemindedAt, moment.Now, moment.Time);
            if (due == AskDue.Silence)
            {
                request.NoteSilence(moment, candidate.Id);
                silent.Add(candidate);
            }
            else if (due == AskDue.Reminder)
            {
                await RemindAsync(request, candidate, type, percent, moment, ct);
            }
        }

        if (silent.Count > 0)
        {
            await line.GoOnAsync(request, moment, ct);
        }

        foreach (var candidate in silent)
        {
            await notices.SilentAsync(request, candidate, moment, ct);
        }

        return Outcome.Done;
    }

    private async Task RemindAsync(ReferenceRequest request, Candidate candidate, ActivityType type, int percent, Moment moment, CancellationToken ct)
    {
        request.Remind(moment, candidate.Id, percent);
        await letters.RemindAsync(request, candidate, candidate.State.Awaits(), type, ct);
        await notices.RemindedAsync(request, candidate, percent, moment, ct);
        if (percent == AskWindow.Over)
        {
            await notices.OverdueAsync(request, candidate, moment, ct);
        }
    }
}
