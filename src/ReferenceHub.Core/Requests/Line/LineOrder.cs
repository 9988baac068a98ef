using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>What the manager decides about the line: how candidates are asked, in which order, who is left out, and who is asked at once.</summary>
public sealed class LineOrder(RequestDoor door, FirstAsks asks)
{
    /// <summary>Asks one after another, or several at once, from now on.</summary>
    public Task<Outcome> AskByAsync(int number, AskMode mode, Viewer by, CancellationToken ct) =>
        AsManager(number, by, (request, moment, _) => Done(() => request.AskBy(moment, mode)), ct);

    /// <summary>Gives a candidate another place, from 1; one that stands outside joins.</summary>
    public Task<Outcome> PlaceAsync(int number, Guid candidateId, int place, Viewer by, CancellationToken ct) =>
        AsManager(number, by, (request, _, _) => Done(() => request.PlaceInLine(candidateId, place)), ct);

    /// <summary>Takes a candidate out of the line; it stays proposed.</summary>
    public Task<Outcome> LeaveAsync(int number, Guid candidateId, Viewer by, CancellationToken ct) =>
        AsManager(number, by, (request, _, _) => Done(() => request.LeaveLine(candidateId)), ct);

    /// <summary>Asks several candidates at once, each with a reservation of its own. Those who can't be asked are named in the answer; refused when it is all of them.</summary>
    public async Task<Outcome<SeveralAsked>> AskSeveralAsync(int number, IReadOnlyCollection<Guid> candidateIds, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(candidateIds);
        var (asked, refusals) = (0, new List<string>());
        var outcome = await AsManager(
            number,
            by,
            async (request, moment, stop) =>
            {
                (asked, refusals) = (0, []);
                request.AskBy(moment, AskMode.Several);
                foreach (var candidate in request.Candidates.Where(candidate => candidateIds.Contains(candidate.Id) && candidate.State == CandidateState.Proposed).OrderBy(candidate => candidate.LinePlace ?? int.MaxValue).ThenBy(candidate => candidate.Id).ToList())
                {
                    // A listed customer says yes at once: enough may have accepted before all are asked.
                    if (request.State == RequestState.Confirmed)
                    {
                        break;
                    }

                    var one = await asks.AskAsync(request, candidate, null, moment, stop);
                    if (one.IsDone)
                    {
                        asked++;
                    }
                    else
                    {
                        refusals.Add($"{candidate.Customer!.Name}: {one.Refusal}");
                    }
                }

                return asked > 0 ? Outcome.Done
                    : refusals.Count > 0 ? Outcome.Refuse($"Nobody could be asked. {string.Join(" ", refusals)}")
                    : Outcome.Refuse("Choose at least one candidate that was not asked yet.");
            },
            ct);
        return outcome.IsDone ? new SeveralAsked(asked, refusals) : Outcome<SeveralAsked>.Refuse(outcome.Refusal!);
    }

    /// <summary>Nobody answered, says the manager: the next in line is asked.</summary>
    public Task<Outcome> NoteSilenceAsync(int number, Guid candidateId, Viewer by, CancellationToken ct) =>
        AsManager(number, by, (request, moment, _) => Done(() => request.NoteSilence(moment, candidateId)), ct);

    private Task<Outcome> AsManager(int number, Viewer by, Func<ReferenceRequest, Moment, CancellationToken, Task<Outcome>> verb, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.RunProgram);
        return door.OnAsync(number, by, verb, ct);
    }

    private static Task<Outcome> Done(Action verb)
    {
        verb();
        return Task.FromResult(Outcome.Done);
    }
}

/// <summary>How many were asked, and why others could not be.</summary>
public sealed record SeveralAsked(int Count, IReadOnlyList<string> Refusals);
