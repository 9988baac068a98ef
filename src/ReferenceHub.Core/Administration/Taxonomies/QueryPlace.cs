using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Terms in the query of an address that rows keep in a column: filters under a name, criteria of needs and of searches waited on.</summary>
internal sealed class QueryPlace<T>(string one, string many, IQueryable<T> rows, string column, Func<T, string> query, Action<T, string> rename) : ITermPlace
    where T : class
{
    public string One => one;

    public string Many => many;

    public bool Names(TermKind kind) => true;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(kind);
        var trace = terms.Trace(facet.Name());
        var kept = await rows.Select(row => EF.Property<string>(row, column)).Where(text => text.Contains(trace)).ToListAsync(ct);
        return TermCounts.ByKey(terms, kept.SelectMany(text => TermAddress.KeysOf(text, facet)).Select(key => (key, 1)));
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var (facet, trace) = (TermFacets.FacetOf(from.Kind), from.Key);
        var naming = (await rows.Where(row => EF.Property<string>(row, column).Contains(trace)).ToListAsync(ct)).FindAll(row => TermAddress.KeysOf(query(row), facet).Contains(trace));
        naming.ForEach(row => rename(row, TermAddress.Replace(query(row), facet, trace, to.Key)));
        return naming.Count;
    }
}

/// <summary>The rows that keep queries.</summary>
internal static class QueryPlaces
{
    /// <summary>Each with what it is called; of searches waited on those that ended stay as they were.</summary>
    public static IEnumerable<ITermPlace> Of(Data.ReferenceHubDbContext db) =>
    [
        new QueryPlace<SavedView>("saved view", "saved views", db.SavedViews, nameof(SavedView.Query), view => view.Query, (view, query) => view.Change(view.Name, query, view.Shared)),
        new QueryPlace<UnmetNeed>("record of unmet demand", "records of unmet demand", db.UnmetNeeds, nameof(UnmetNeed.Criteria), need => need.Criteria, (need, query) => need.Reclassify(query)),
        new QueryPlace<FreeAlert>("search waited on", "searches waited on", db.FreeAlerts.Where(alert => alert.EndedAt == null), nameof(FreeAlert.Criteria), alert => alert.Criteria, (alert, query) => alert.Reclassify(query)),
    ];
}
