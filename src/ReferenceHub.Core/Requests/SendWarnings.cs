using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Tells, while a request is written, what would stand in the way of sending it.</summary>
public sealed class SendWarnings(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>What lacks for it to be sent, each with the field where it is said.</summary>
    public static IEnumerable<Outcome> Lacking(RequestNeed need) => NeedCheck.Lacks(need);

    /// <summary>Each with the field where it is mended: needed by, non-disclosure agreement, sponsor.</summary>
    public Task<IReadOnlyList<Outcome>> OfAsync(RequestNeed need, ActivityType type, Promise promise, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return new SendRule(need, type, db.Opportunities.PickableBy(by)) { PromisedAt = promise.DueAt }.WarningsAsync(db, clock, ct);
    }
}
