using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Whether a need may be written down: a known activity type, and a deal that this person may name.</summary>
internal static class NeedCheck
{
    /// <summary>What lacks for it to be sent, or to stay sent: what is looked for, a deal and, where people are to be asked, a day. Null when nothing does.</summary>
    internal static Outcome? WhyIncomplete(RequestNeed need, bool asksPeople = true) => Lacks(need, asksPeople).FirstOrDefault();

    /// <summary>All that lacks, each with its field.</summary>
    internal static IEnumerable<Outcome> Lacks(RequestNeed need, bool asksPeople = true)
    {
        if (string.IsNullOrWhiteSpace(need.Criteria) && need.InShort is null)
        {
            yield return Outcome.Refuse(
                need.ActivityKey == ActivityKeys.Rfp ? "Say which reference you need: in words, by criteria, or by a list of requirements." : "Say which reference you need, in words or by criteria.", nameof(need.Text));
        }

        if (need.OpportunityId is null)
        {
            yield return Outcome.Refuse("Choose the opportunity this is for.", nameof(need.OpportunityId));
        }

        if (asksPeople && need.NeededBy is null)
        {
            yield return Outcome.Refuse("Say by when you need it.", nameof(need.NeededBy));
        }
    }

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

        if (await ProspectAsync(db, request, need, ct) is { } unknown)
        {
            return unknown;
        }

        if (await RequesterAsync(db, request, need, by, ct) is { } nobody)
        {
            return nobody;
        }

        // The deal that is named already may stay, whoever it belongs to now.
        if (need.OpportunityId is not { } deal || deal == request?.OpportunityId || await db.Opportunities.PickableBy(by).AnyAsync(row => row.Id == deal, ct))
        {
            return null;
        }

        return Outcome.Refuse("Choose the opportunity this is for.", nameof(need.OpportunityId));
    }

    /// <summary>Whether industry and region of the prospect are terms; those that were named already may stay.</summary>
    internal static async Task<Outcome?> ProspectAsync(ReferenceHubDbContext db, ReferenceRequest? request, RequestNeed need, CancellationToken ct)
    {
        if (await IsUnknownAsync(db, TermKind.Industry, need.ProspectIndustry, request?.ProspectIndustry, ct))
        {
            return Outcome.Refuse("Choose an industry of the list.", nameof(need.ProspectIndustry));
        }

        return await IsUnknownAsync(db, TermKind.Region, need.ProspectRegion, request?.ProspectRegion, ct)
            ? Outcome.Refuse("Choose a region or country of the list.", nameof(need.ProspectRegion))
            : null;
    }

    /// <summary>Whether the person it is asked for may ask; of a request that was sent nobody changes it.</summary>
    internal static async Task<Outcome?> RequesterAsync(ReferenceHubDbContext db, ReferenceRequest? request, RequestNeed need, Viewer by, CancellationToken ct)
    {
        if (need.For is not { } person || person == by.UserId || request is { State: not RequestState.Draft })
        {
            return null;
        }

        var roles = await db.Users.Where(user => user.Id == person && user.DeactivatedAt == null).Select(user => (Roles?)user.Roles).SingleOrDefaultAsync(ct);
        return roles?.Bring(Right.AskForReference) == true ? null : Outcome.Refuse("This person can’t ask for references here. Choose somebody else, or ask for yourself.", nameof(need.For));
    }

    private static async Task<bool> IsUnknownAsync(ReferenceHubDbContext db, TermKind kind, string? key, string? before, CancellationToken ct) =>
        key is not null && key != before && !await db.Terms.AnyAsync(term => term.Kind == kind && term.Key == key, ct);

    /// <summary>Whether the customers wished for are there; those that were named already may stay.</summary>
    internal static async Task<Outcome?> PreferredAsync(ReferenceHubDbContext db, ReferenceRequest? request, RequestNeed need, CancellationToken ct)
    {
        var added = need.Preferred.Distinct().Except(request?.Preferred ?? []).ToList();
        return added.Count == 0 || await db.Customers.Present().CountAsync(customer => added.Contains(customer.Id), ct) == added.Count
            ? null
            : Outcome.Refuse("A customer you would like is no longer there. Take it out.", nameof(need.Preferred));
    }
}
