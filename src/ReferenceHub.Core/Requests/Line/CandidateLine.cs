using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Goes on with the line of a request by itself: after a no, a silence, or a yes that is not enough. Part of the transaction at hand.</summary>
public sealed class CandidateLine(FirstAsks asks)
{
    /// <summary>Asks the next in line; those who can't be asked now are passed over, each with its reason on the timeline.</summary>
    public async Task GoOnAsync(ReferenceRequest request, Moment moment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(moment);
        var byItself = moment with { By = Viewer.Product };
        while (request.NextInLine() is { } next)
        {
            var asked = await asks.AskAsync(request, next, null, byItself, ct);
            if (!asked.IsDone)
            {
                request.PassOver(byItself, next.Id, asked.Refusal!);
            }
        }
    }
}
