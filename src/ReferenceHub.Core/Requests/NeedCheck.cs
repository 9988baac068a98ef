using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Whether a need may be written down: a known activity type, and a deal that this person may name.</summary>
internal static class NeedCheck
{
    internal static async Task<Outcome?> WhyNotAsync(ReferenceHubDbContext db, ReferenceRequest? request, RequestNeed need, Viewer by, CancellationToken ct)
    {
        if (!await db.ActivityTypes.AnyAsync(type => type.Key == need.ActivityKey, ct))
        {
            return Outcome.Refuse("Choose what you need.", nameof(need.ActivityKey));
        }

        // The deal that is named already may stay, whoever it belongs to now.
        if (need.OpportunityId is not { } deal || deal == request?.OpportunityId || await db.Opportunities.PickableBy(by).AnyAsync(row => row.Id == deal, ct))
        {
            return null;
        }

        return Outcome.Refuse("Choose the opportunity this is for.", nameof(need.OpportunityId));
    }
}
