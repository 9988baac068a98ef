using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Says in a sentence, right after a command, whom an ask went to and by when an answer is due, or who is told of a date and what is missing.</summary>
public sealed class AskNews(RequestQueries requests, UseSheets sheets, AskMails mails, TimeProvider clock)
{
    /// <summary>Where the asks of these candidates went; <paramref name="when"/> writes a moment for the reader. Nothing of those who were not asked.</summary>
    public async Task<string> AskedAsync(int number, IReadOnlyCollection<Guid> candidateIds, Viewer viewer, Func<DateTime, string> when, CancellationToken ct)
    {
        var request = await requests.DetailAsync(number, viewer, ct);
        var waiting = await mails.WaitingAsync(candidateIds, ct);
        var asked = request.Candidates.Where(candidate => candidateIds.Contains(candidate.Id) && candidate.State != CandidateState.Proposed);
        return string.Join(" ", asked.SelectMany(candidate => Later(waiting[candidate.Id], when).Prepend(Asked(candidate, when))));
    }

    /// <summary>Who gets the invitations of a use that has a date, when, and what they lack.</summary>
    public async Task<string> InvitedAsync(int number, Guid candidateId, Viewer viewer, Func<DateTime, string> when, CancellationToken ct)
    {
        var request = await requests.DetailAsync(number, viewer, ct);
        var later = Later((await mails.WaitingAsync([candidateId], ct))[candidateId], when).ToList();
        var missing = (await sheets.OfAsync(request, ct)).GetValueOrDefault(candidateId)?.Missing ?? [];
        return string.Join(" ", later.Concat(missing).DefaultIfEmpty("Everybody gets it in their calendar now."));
    }

    private static string Asked(CandidateView candidate, Func<DateTime, string> when)
    {
        var by = candidate.ReplyDueAt is { } due ? $"; answer by {when(due)}" : null;
        return candidate.State switch
        {
            CandidateState.OwnerAsked when candidate.OwnerName is { } owner => $"{owner}, owner of {candidate.Name}, is asked{by}.",
            CandidateState.OwnerAsked => $"{candidate.Name} has no account owner who could be asked: note the answer yourself{by}.",
            CandidateState.LegalAsked => $"Legal is asked about {candidate.Name}{by}.",
            CandidateState.CustomerAsked when candidate.ContactName is { } contact => $"{contact} of {candidate.Name} is asked{by}.",
            CandidateState.CustomerAsked => $"{candidate.Name} is asked{by}.",
            CandidateState.Accepted when candidate.Steps.All(step => step.State is not (CandidateState.OwnerAsked or CandidateState.CustomerAsked)) => $"{candidate.Name} is listed and may be named at once; nobody has to be asked.",
            CandidateState.Accepted => $"{candidate.Name} has accepted.",
            _ => $"{candidate.Name} is {candidate.State.InWords()}.",
        };
    }

    private IEnumerable<string> Later(IEnumerable<WaitingMail> waiting, Func<DateTime, string> when)
    {
        var now = clock.UtcNow();
        return waiting.Where(mail => mail.IsLater(now)).Select(mail => mail.InWords(now, when)).Distinct();
    }
}
