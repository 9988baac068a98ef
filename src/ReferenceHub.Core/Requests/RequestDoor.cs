using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Opens a request for one command: loads it if the viewer may see it, hands over the moment, saves once, in one transaction.</summary>
public sealed class RequestDoor(ReferenceHubDbContext db, TimeProvider clock, IIds ids, CalendarQueries calendars, ReservationService reservations, SignedLinks links, CandidateLine line, AskLetters letters, UseLetters uses, ChangeNotices notices)
{
    /// <summary>Runs a command on the request of this number. Behind a link only those run that name its purpose.</summary>
    public Task<Outcome> OnAsync(
        int number, Viewer by, Func<ReferenceRequest, Moment, CancellationToken, Task<Outcome>> command, CancellationToken ct, params LinkPurpose[] behind)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(command);
        return db.WriteAsync(
            async stop =>
            {
                var request = await db.Requests
                    .VisibleTo(by, db)
                    .Include(row => row.Candidates).ThenInclude(candidate => candidate.Customer)
                    .Include(row => row.Candidates).ThenInclude(candidate => candidate.Contact)
                    .AsSplitQuery()
                    .SingleOrDefaultAsync(row => row.Number == number, stop) ?? throw new MissingException("request");
                var link = by.Grant is { } grant ? await links.UseAsync(grant, behind, stop) : null;
                if (link is { IsDone: false })
                {
                    return Outcome.Refuse(link.Refusal!);
                }

                var before = RequestGlance.Of(request);
                var moment = await MomentAsync(by, request.CalendarId, stop) with { Behind = link?.Value };
                var outcome = await command(request, moment, stop);
                if (outcome.IsDone)
                {
                    await FollowAsync(before, request, moment, stop);
                    await db.SaveChangesAsync(stop);
                }

                return outcome;
            },
            ct);
    }

    /// <summary>Runs a command that the domain alone decides on.</summary>
    public Task<Outcome> OnAsync(int number, Viewer by, Action<ReferenceRequest, Moment> command, CancellationToken ct) =>
        OnAsync(
            number,
            by,
            (request, moment, _) =>
            {
                command(request, moment);
                return Task.FromResult(Outcome.Done);
            },
            ct);

    // What follows from any command: the line goes on, what was reserved comes back, and people are told once of what it came to.
    internal async Task FollowAsync(RequestGlance before, ReferenceRequest request, Moment moment, CancellationToken ct)
    {
        var gone = before.FellAway(request);
        if (gone.Any(candidate => candidate.State.LetsTheLineGoOn()))
        {
            await line.GoOnAsync(request, moment, ct);
        }

        await GiveBackAsync(gone, moment, ct);
        await notices.TellAsync(before, request, moment, ct);
    }

    // Whatever made a candidate fall away, its capacity comes back and its contact is no longer open to the requester.
    internal async Task GiveBackAsync(IEnumerable<Candidate> gone, Moment moment, CancellationToken ct)
    {
        foreach (var candidate in gone)
        {
            if (candidate.UseId is { } use)
            {
                await reservations.ReleaseAsync(use, moment.By, ct, keepsRest: candidate.State == CandidateState.NoShow);
            }

            await ContactReleases.EndAsync(db, candidate.Id, moment.Now, ct);
            var request = await db.Requests.FindAsync([candidate.RequestId], ct) ?? throw new MissingException("request");
            var told = await uses.CallOffAsync(request, candidate, moment, ct);
            await letters.LetGoAsync(request, candidate, told, moment.By, ct);
        }
    }

    /// <summary>Now, by the working hours of a calendar.</summary>
    public async Task<Moment> MomentAsync(Viewer by, Guid? calendarId, CancellationToken ct)
    {
        var book = await calendars.BookAsync(ct);
        return new Moment(by, clock.UtcNow(), book.Of(calendarId), ids);
    }
}
