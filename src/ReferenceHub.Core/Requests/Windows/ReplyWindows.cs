using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>
/// Watches the time that owner, legal and customer have to answer: reminds, takes silence for no answer, and asks the next in line. Windows of requests on
/// hold stand. Each reminder goes out once, whoever runs this how often, and whatever the clock does.
/// </summary>
public sealed class ReplyWindows(ReferenceHubDbContext db, TimeProvider clock, RequestDoor door, AskLetters letters, AskNotices notices, CalendarQueries calendars) : IRegularWork
{
    private static readonly CandidateState[] Asked = [.. Enum.GetValues<CandidateState>().Where(state => state.IsAsked())];

    private const int AtOnce = 200;

    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Does what is due; answers how many requests something was done to.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var types = await db.ActivityTypes.AsNoTracking().ToDictionaryAsync(type => type.Key, StringComparer.Ordinal, ct);
        var done = 0;
        await EachInTurn.RunAsync(DueAsync(types, ct), async number =>
        {
            await door.OnAsync(number, Viewer.Product, (request, moment, stop) => LookAsync(request, types[request.ActivityKey], moment, stop), ct);
            done++;
        });
        return done;
    }

    private async IAsyncEnumerable<int> DueAsync(Dictionary<string, ActivityType> types, [EnumeratorCancellation] CancellationToken ct)
    {
        var (now, book) = (clock.UtcNow(), await calendars.BookAsync(ct));
        var near = Near(types.Values, now, book);
        var last = default(Ask);
        do
        {
            var (dueAt, after) = (last?.ReplyDueAt, last?.Number);
            var batch = await near.Where(ask => after == null || ask.ReplyDueAt > dueAt || (ask.ReplyDueAt == dueAt && ask.Number > after))
                .OrderBy(ask => ask.ReplyDueAt).ThenBy(ask => ask.Number).Take(AtOnce).ToListAsync(ct);
            foreach (var number in batch.Where(ask => IsDue(ask, types[ask.ActivityKey], now, book)).Select(ask => ask.Number).Distinct())
            {
                yield return number;
            }

            last = batch.Count == AtOnce ? batch[^1] : null;
        }
        while (last is not null);
    }

    private static bool IsDue(Ask ask, ActivityType type, DateTime now, CalendarBook book)
    {
        var party = ask.State.Awaits();
        return AskWindow.At(party, AskWindow.MinutesOf(type, party), ask.ReplyDueAt!.Value, ask.RemindedAt, now, book.Of(ask.CalendarId)).Due != AskDue.Nothing;
    }

    // Asks of which so much is used that something may be due, type by type: the rest is not read.
    private IQueryable<Ask> Near(IEnumerable<ActivityType> types, DateTime now, CalendarBook book) => types
        .Select(type => Asks(type.Key, AskNear.Of(type, now, book)))
        .Aggregate((all, next) => all.Concat(next));

    private IQueryable<Ask> Asks(string activityKey, AskNear near)
    {
        var (first, over, silent) = (near.FirstReminder, near.Over, near.Silent);
        return
            from candidate in db.Candidates.AsNoTracking()
            join request in db.Requests on candidate.RequestId equals request.Id
            where request.ActivityKey == activityKey && RequestStates.Worked.Contains(request.State) && Asked.Contains(candidate.State) && candidate.ReplyDueAt <= first
                && (candidate.RemindedAt < (candidate.State == CandidateState.CustomerAsked ? AskWindow.First : AskWindow.LastAhead) || candidate.ReplyDueAt <= over)
                && (candidate.RemindedAt < AskWindow.Over || candidate.State == CandidateState.CustomerAsked || candidate.ReplyDueAt <= silent)
            select new Ask { Number = request.Number, ActivityKey = request.ActivityKey, CalendarId = request.CalendarId, State = candidate.State, ReplyDueAt = candidate.ReplyDueAt, RemindedAt = candidate.RemindedAt };
    }

    // Looked at once more, on the rows as they are within the transaction: another node, or the answer itself, may have come first.
    private async Task<Outcome> LookAsync(ReferenceRequest request, ActivityType type, Moment moment, CancellationToken ct)
    {
        if (!request.State.IsWorkedOn())
        {
            return Outcome.Done;
        }

        foreach (var candidate in request.Candidates.Where(candidate => candidate.State.IsAsked() && candidate.ReplyDueAt is not null).ToList())
        {
            var party = candidate.State.Awaits();
            var (due, percent) = AskWindow.At(party, AskWindow.MinutesOf(type, party), candidate.ReplyDueAt!.Value, candidate.RemindedAt, moment.Now, moment.Time);
            if (due == AskDue.Silence)
            {
                request.NoteSilence(moment, candidate.Id);
            }
            else if (due == AskDue.Reminder)
            {
                await RemindAsync(request, candidate, type, percent, moment, ct);
            }
        }

        return Outcome.Done;
    }

    private async Task RemindAsync(ReferenceRequest request, Candidate candidate, ActivityType type, int percent, Moment moment, CancellationToken ct)
    {
        if (!await letters.RemindAsync(request, candidate, candidate.State.Awaits(), type, ct))
        {
            request.LeaveOpen(candidate.Id);
            return;
        }

        request.Remind(moment, candidate.Id, percent);
        await notices.RemindedAsync(request, candidate, percent, moment, ct);
        if (percent == AskWindow.Over)
        {
            await notices.OverdueAsync(request, candidate, moment, ct);
        }
    }

    private sealed class Ask
    {
        public int Number { get; init; }

        public string ActivityKey { get; init; } = "";

        public Guid? CalendarId { get; init; }

        public CandidateState State { get; init; }

        public DateTime? ReplyDueAt { get; init; }

        public int RemindedAt { get; init; }
    }
}
