using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>A taxonomy as its editors see it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Lines">Its terms in order, narrower ones after their broader one.</param>
/// <param name="Sizes">Terms in each taxonomy.</param>
public sealed record TaxonomyPage(TermKind Kind, IReadOnlyList<TermLine> Lines, IReadOnlyDictionary<TermKind, int> Sizes);

/// <summary>A term in the list, what names it, and the names of terms merged into it.</summary>
public sealed record TermLine(Term Term, int Depth, bool IsFirst, bool IsLast, IReadOnlyList<TermUse> Uses, IReadOnlyList<string> Merged)
{
    /// <summary>Customers that have it.</summary>
    public int Customers => Uses.Where(use => use.One == "customer").Sum(use => use.Count);

    /// <summary>Everything else that names it.</summary>
    public int Elsewhere => Uses.Sum(use => use.Count) - Customers;
}

/// <summary>One term with all that is known of it.</summary>
public sealed record TermPage(Term Term, TermTree Tree, IReadOnlyList<TermUse> Uses, IReadOnlyList<Term> Merged, IReadOnlyList<HistoryEvent> History)
{
    /// <summary>Whether nothing names it, stands below it or was merged into it.</summary>
    public bool IsUnused => Uses.Count == 0 && Merged.Count == 0 && Tree.Children(Term.Id).Count == 0;
}

/// <summary>Reads taxonomies for those who edit them.</summary>
public sealed class TaxonomyQueries
{
    private const int HistoryShown = 30;
    private readonly ReferenceHubDbContext db;
    private readonly TermPlaces places;

    /// <summary>Reads from this database.</summary>
    public TaxonomyQueries(ReferenceHubDbContext db, HistoryLog history, TimeProvider clock)
    {
        this.db = db;
        places = new TermPlaces(db, history, clock);
    }

    /// <summary>One taxonomy as a tree with counts.</summary>
    public async Task<TaxonomyPage> ReadAsync(TermKind kind, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageTaxonomies);
        var all = await OfAsync(kind, ct);
        var tree = new TermTree(kind, all);
        var uses = await places.CountAsync(kind, all, ct);
        var merged = all.Where(term => term.MergedIntoId is not null).ToLookup(term => term.MergedIntoId!.Value, term => term.Name);
        var sizes = await db.Terms.Standing().GroupBy(term => term.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return new TaxonomyPage(kind, [.. tree.Walk().Select(each => Line(each.Term, each.Depth))], sizes);

        TermLine Line(Term term, int depth)
        {
            var siblings = tree.Children(term.ParentId is { } parent && tree.Find(parent) is not null ? parent : null);
            return new TermLine(term, depth, siblings[0] == term, siblings[^1] == term, [.. uses[term.Id]], [.. merged[term.Id]]);
        }
    }

    /// <summary>A taxonomy's tree, to choose a broader term in.</summary>
    public async Task<TermTree> TreeAsync(TermKind kind, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageTaxonomies);
        return new TermTree(kind, await OfAsync(kind, ct));
    }

    /// <summary>One term of a taxonomy, or 404.</summary>
    public async Task<TermPage> OneAsync(TermKind kind, Guid id, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageTaxonomies);
        var all = await OfAsync(kind, ct);
        var term = all.Find(term => term.Id == id) ?? throw new MissingException("term");
        return new TermPage(
            term, new TermTree(kind, all), [.. (await places.CountAsync(kind, [term], ct))[id]], all.FindAll(other => other.MergedIntoId == id),
            await db.HistoryEvents.AsNoTracking().Where(line => line.Subject == SubjectKind.Term && line.SubjectId == id)
                .OrderByDescending(line => line.At).Take(HistoryShown).ToListAsync(ct));
    }

    private Task<List<Term>> OfAsync(TermKind kind, CancellationToken ct) => db.Terms.AsNoTracking().Where(term => term.Kind == kind).ToListAsync(ct);
}
