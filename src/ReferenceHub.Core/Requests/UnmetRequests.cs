using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Demand that a request left unmet, to who may record it: whether it is recorded.</summary>
/// <param name="At">Since when it stands (UTC); null when it does not.</param>
/// <param name="By">Who recorded it.</param>
public sealed record LeftUnmet(DateTime? At, string? By);

/// <summary>Records that a request which ended without a reference leaves its deal's need unmet.</summary>
public sealed class UnmetRequests(ReferenceHubDbContext db, UnmetNeeds needs, MatchQueries matches, NeedCriteria needed)
{
    private static readonly RequestState[] Unmet = [RequestState.Unfulfilled, RequestState.Expired];

    /// <summary>What a request left unmet; null for one that did not end so.</summary>
    public async Task<LeftUnmet?> OfAsync(RequestDetail request, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!Unmet.Contains(request.State) || request.Deal is not { } deal || !MayRecord(request.Requester.Id, viewer))
        {
            return null;
        }

        var key = request.Type.Key;
        var stands = await db.UnmetNeeds.AsNoTracking().Where(need => need.OpportunityId == deal.Id && need.ActivityKey == key && need.ClosedAt == null)
            .Select(need => new { need.At, need.By!.Name }).SingleOrDefaultAsync(ct);
        return new LeftUnmet(stands?.At, stands?.Name);
    }

    /// <summary>Records it against the deal: by the requester or the program, for what the request asked for.</summary>
    public async Task<Outcome> RecordAsync(int number, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        var request = await db.Requests.AsNoTracking().VisibleTo(by, db).SingleOrDefaultAsync(row => row.Number == number, ct) ?? throw new MissingException("request");
        if (!MayRecord(request.RequesterId, by))
        {
            throw new ForbiddenException("The requester and the program record unmet demand.");
        }

        if (!Unmet.Contains(request.State) || request.OpportunityId is not { } deal)
        {
            throw new IllegalMoveException($"This request is {request.State.InWords()}; it left nothing unmet.");
        }

        var read = (await matches.ReadWordsAsync(await needed.OfAsync(request.Criteria, request.Text, request.Requirements, by, ct), by, ct)).Criteria;
        var recorded = await needs.RecordAsync(deal, request.ActivityKey, read.Items.IsEmpty ? read : read.WithText(null), wasTried: true, by, ct);
        return recorded.IsDone ? Outcome.Done : Outcome.Refuse(recorded.Refusal!, recorded.Field);
    }

    private static bool MayRecord(Guid requesterId, Viewer viewer) => viewer.Can(Right.AskForReference) && viewer.MayDriveFor(requesterId);
}
