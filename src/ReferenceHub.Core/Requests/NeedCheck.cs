using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

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

        if (await PreferredAsync(db, request, need, ct) is { } no)
        {
            return no;
        }

        // The deal that is named already may stay, whoever it belongs to now.
        if (need.OpportunityId is not { } deal || deal == request?.OpportunityId || await db.Opportunities.PickableBy(by).AnyAsync(row => row.Id == deal, ct))
        {
            return null;
        }

        return Outcome.Refuse("Choose the opportunity this is for.", nameof(need.OpportunityId));
    }

    /// <summary>Whether the customers wished for are there; those that were named already may stay.</summary>
    internal static async Task<Outcome?> PreferredAsync(ReferenceHubDbContext db, ReferenceRequest? request, RequestNeed need, CancellationToken ct)
    {
        var added = need.Preferred.Distinct().Except(request?.Preferred ?? []).ToList();
        return added.Count == 0 || await db.Customers.Present().CountAsync(customer => added.Contains(customer.Id), ct) == added.Count
            ? null
            : Outcome.Refuse("A customer you would like is no longer there. Take it out.", nameof(need.Preferred));
    }
}
