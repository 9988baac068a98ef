using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Industry and region of prospects.</summary>
internal sealed class DealPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "deal";

    public string Many => "deals";

    public bool Names(TermKind kind) => kind is TermKind.Industry or TermKind.Region;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var named = kind == TermKind.Industry ? db.Opportunities.Select(deal => deal.IndustryKey) : db.Opportunities.Select(deal => deal.RegionKey);
        var keys = terms.Keys();
        var counts = await named.Where(key => key != null && EF.Parameter(keys).Contains(key)).GroupBy(key => key!).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return TermCounts.ByKey(terms, counts.Select(group => (group.Key, group.Count)));
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var isIndustry = from.Kind == TermKind.Industry;
        var deals = await db.Opportunities.Where(deal => isIndustry ? deal.IndustryKey == from.Key : deal.RegionKey == from.Key).ToListAsync(ct);
        deals.ForEach(deal => deal.Describe(isIndustry ? deal.Facts with { IndustryKey = to.Key } : deal.Facts with { RegionKey = to.Key }));
        return deals.Count;
    }
}

/// <summary>Criteria of requests, and the language they are held in.</summary>
internal sealed class RequestPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "request";

    public string Many => "requests";

    public bool Names(TermKind kind) => true;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(kind);
        var trace = terms.Trace(facet.Name());
        var (languages, industries, regions) = (kind == TermKind.Language, kind == TermKind.Industry, kind == TermKind.Region);
        var needs = await db.Requests
            .Where(request => (request.Criteria != null && request.Criteria.Contains(trace)) || (languages && request.Language != null)
                || (industries && request.ProspectIndustry != null) || (regions && request.ProspectRegion != null))
            .Select(request => new { request.Criteria, Own = languages ? request.Language : industries ? request.ProspectIndustry : regions ? request.ProspectRegion : null }).ToListAsync(ct);
        return TermCounts.ByKey(terms, needs.SelectMany(need => Keys(need.Criteria, need.Own, facet)).Select(key => (key, 1)));
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(from.Kind);
        var (languages, industries, regions) = (from.Kind == TermKind.Language, from.Kind == TermKind.Industry, from.Kind == TermKind.Region);
        var found = await db.Requests
            .Where(request => (request.Criteria != null && request.Criteria.Contains(from.Key)) || (languages && request.Language == from.Key)
                || (industries && request.ProspectIndustry == from.Key) || (regions && request.ProspectRegion == from.Key)).ToListAsync(ct);
        var requests = found.FindAll(request => Keys(request.Criteria, languages ? request.Language : industries ? request.ProspectIndustry : regions ? request.ProspectRegion : null, facet).Contains(from.Key));
        foreach (var request in requests)
        {
            request.Reclassify(
                request.Criteria is { } criteria ? TermAddress.Replace(criteria, facet, from.Key, to.Key) : null,
                languages && request.Language == from.Key ? to.Key : request.Language,
                industries && request.ProspectIndustry == from.Key ? to.Key : request.ProspectIndustry,
                regions && request.ProspectRegion == from.Key ? to.Key : request.ProspectRegion);
        }

        return requests.Count;
    }

    // The keys that its criteria name, and the one that its language or its prospect has.
    private static IEnumerable<string> Keys(string? criteria, string? own, Facet facet)
    {
        var keys = TermAddress.KeysOf(criteria, facet);
        return own is not null ? keys.Append(own).Distinct(StringComparer.Ordinal) : keys;
    }
}

/// <summary>Segments that usage policies bind.</summary>
internal sealed class PolicyPlace(ReferenceHubDbContext db, TimeProvider clock) : ITermPlace
{
    public string One => "usage policy";

    public string Many => "usage policies";

    public bool Names(TermKind kind) => kind is TermKind.Industry or TermKind.Region or TermKind.Product;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var segments = await db.UsagePolicies.Select(policy => policy.SegmentIds).ToListAsync(ct);
        var known = terms.Select(term => term.Id).ToHashSet();
        return segments.SelectMany(ids => ids.Distinct()).Where(known.Contains).GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var policies = (await db.UsagePolicies.ToListAsync(ct)).FindAll(policy => policy.SegmentIds.Contains(from.Id));
        policies.ForEach(policy => policy.ForSegment(policy.SegmentIds.Select(id => id == from.Id ? to.Id : id).Distinct()));
        if (policies.Count > 0)
        {
            (await db.PolicySets.SingleAsync(ct)).Touch(clock.UtcNow());
        }

        return policies.Count;
    }
}
