using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Requests;

/// <summary>
/// Tells the people of a request what a command made of it, whichever command that was: who said no or nothing, that a yes was lost, that it ended.
/// Whoever the command itself told of the request is not told twice. Part of the transaction at hand.
/// </summary>
public sealed class ChangeNotices(ReferenceHubDbContext db, AskNotices asks, TriageNotices triage)
{
    internal async Task TellAsync(RequestGlance before, ReferenceRequest request, Moment moment, CancellationToken ct)
    {
        var gone = before.FellAway(request);
        foreach (var candidate in gone.Where(candidate => candidate.State == CandidateState.Declined))
        {
            await asks.DeclinedAsync(request, candidate, moment, ct);
        }

        foreach (var candidate in gone.Where(candidate => candidate.State == CandidateState.NoAnswer))
        {
            await asks.SilentAsync(request, candidate, moment, ct);
        }

        if (before.Ended(request))
        {
            await triage.EndedAsync(request, Told(request), moment, ct);
        }
        else
        {
            foreach (var candidate in gone.Where(before.HadSaidYes))
            {
                await asks.LostAsync(request, candidate, Told(request), moment, ct);
            }
        }
    }

    // A letter that could not be written is another matter.
    private HashSet<Guid> Told(ReferenceRequest request) =>
        [.. db.ChangeTracker.Entries<Notification>().Select(entry => entry.Entity).Where(notice => notice.Kind != MessageKinds.MailFailed && IsAbout(notice, request.Number)).Select(notice => notice.UserId)];

    private static bool IsAbout(Notification notice, int number) => notice.Path.Split('#', '?')[0] == $"/requests/{number}";
}
