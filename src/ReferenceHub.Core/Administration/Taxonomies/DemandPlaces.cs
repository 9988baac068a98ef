using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Criteria of needs that no reference met.</summary>
internal sealed class UnmetNeedPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "unmet need";

    public string Many => "unmet needs";

    public bool Names(TermKind kind) => true;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(kind);
        var trace = terms.Trace(facet.Name());
        var kept = await db.UnmetNeeds.Where(need => need.Criteria.Contains(trace)).Select(need => need.Criteria).ToListAsync(ct);
        return TermCounts.ByKey(terms, kept.SelectMany(criteria => TermAddress.KeysOf(criteria, facet)).Select(key => (key, 1)));
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(from.Kind);
        var needs = (await db.UnmetNeeds.Where(need => need.Criteria.Contains(from.Key)).ToListAsync(ct)).FindAll(need => TermAddress.KeysOf(need.Criteria, facet).Contains(from.Key));
        needs.ForEach(need => need.Reclassify(TermAddress.Replace(need.Criteria, facet, from.Key, to.Key)));
        return needs.Count;
    }
}

/// <summary>Criteria of searches that somebody waits on; those that ended stay as they were.</summary>
internal sealed class FreeAlertPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "search waited on";

    public string Many => "searches waited on";

    public bool Names(TermKind kind) => true;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(kind);
        var trace = terms.Trace(facet.Name());
        var kept = await db.FreeAlerts.Where(alert => alert.EndedAt == null && alert.Criteria.Contains(trace)).Select(alert => alert.Criteria).ToListAsync(ct);
        return TermCounts.ByKey(terms, kept.SelectMany(criteria => TermAddress.KeysOf(criteria, facet)).Select(key => (key, 1)));
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(from.Kind);
        var alerts = (await db.FreeAlerts.Where(alert => alert.EndedAt == null && alert.Criteria.Contains(from.Key)).ToListAsync(ct)).FindAll(alert => TermAddress.KeysOf(alert.Criteria, facet).Contains(from.Key));
        alerts.ForEach(alert => alert.Reclassify(TermAddress.Replace(alert.Criteria, facet, from.Key, to.Key)));
        return alerts.Count;
    }
}
