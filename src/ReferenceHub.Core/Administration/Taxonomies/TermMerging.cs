using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>What a merge would do.</summary>
/// <param name="From">The term that becomes a signpost.</param>
/// <param name="Into">The term that takes over.</param>
/// <param name="Uses">What names the first, and will name the second.</param>
/// <param name="Names">Names that the second will be understood by from then on.</param>
/// <param name="Below">Terms that will stand below the second.</param>
/// <param name="Refusal">Why it can't be done, if it can't.</param>
public sealed record MergePreview(Term From, Term Into, IReadOnlyList<TermUse> Uses, IReadOnlyList<string> Names, IReadOnlyList<Term> Below, string? Refusal);

/// <summary>Both terms as the preview showed them.</summary>
public sealed record MergeMark(Guid FromId, int FromVersion, Guid IntoId, int IntoVersion);

/// <summary>
/// Merges one term into another of its taxonomy: whatever named the first names the second, the first stays as a signpost, so that
/// its key, its id and its names go on being understood in addresses, links, words and files.
/// </summary>
public sealed class TermMerging
{
    private const int Tries = 5;
    private readonly ReferenceHubDbContext db;
    private readonly HistoryLog history;
    private readonly TermPlaces places;

    /// <summary>Merges in this database.</summary>
    public TermMerging(ReferenceHubDbContext db, HistoryLog history, TimeProvider clock)
    {
        this.db = db;
        this.history = history;
        places = new TermPlaces(db, history, clock);
    }

    /// <summary>What a merge would do; nothing is changed.</summary>
    public async Task<MergePreview> PreviewAsync(Guid fromId, Guid intoId, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageTaxonomies);
        var (from, into, tree) = await LoadAsync(fromId, intoId, ct);
        var uses = (await places.CountAsync(from.Kind, [from], ct))[from.Id];
        return new MergePreview(from, into, [.. uses], NewNames(from, into), [.. tree.Children(from.Id).Where(child => child != into)], WhyNot(from, into, tree));
    }

    /// <summary>Merges, unless either term was changed since the preview; says how much moved.</summary>
    public Task<Outcome<int>> MergeAsync(MergeMark mark, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mark);
        by.MustHave(Right.ManageTaxonomies);
        return db.WriteAsync<Outcome<int>>(
            async ct =>
            {
                var (from, into, tree) = await LoadAsync(mark.FromId, mark.IntoId, ct);
                if (from.Version != mark.FromVersion || into.Version != mark.IntoVersion)
                {
                    throw new StaleVersionException("term");
                }

                if (WhyNot(from, into, tree) is { } refusal)
                {
                    return Outcome<int>.Refuse(refusal);
                }

                var moved = await MoveAsync(from, into, by, ct);
                Hand(from, into, tree);
                into.Rename(into.Name, into.Aliases.Concat(NewNames(from, into)));
                into.Offer(into.Editions.Concat(from.Editions));
                from.MergeInto(into.Id);
                Record(from, into, moved, by);
                await db.SaveChangesAsync(ct);
                return moved.Sum(use => use.Count);
            },
            Tries,
            ct);
    }

    private async Task<List<TermUse>> MoveAsync(Term from, Term into, Viewer by, CancellationToken ct)
    {
        var moved = new List<TermUse>();
        foreach (var place in places.Of(from.Kind))
        {
            if (await place.MoveAsync(from, into, by, ct) is > 0 and var count)
            {
                moved.Add(new TermUse(place.One, place.Many, count));
            }
        }

        return moved;
    }

    private void Record(Term from, Term into, List<TermUse> moved, Viewer by)
    {
        FieldChange[] changes = [.. moved.Select(use => new FieldChange(use.Many, from.Name, $"{use.Words} moved to {into.Name}"))];
        history.Record(by, SubjectKind.Term, into.Id, "merged", $"Merged {from.Kind.One()} {from.Name} into this one", changes);
        history.Record(by, SubjectKind.Term, from.Id, "merged", $"Merged into {into.Name}", changes);
    }

    // A term that stood below the one it takes over takes its place in the tree as well.
    private static void Hand(Term from, Term into, TermTree tree)
    {
        if (tree.IsWithin(into.Id, from.Id))
        {
            into.MoveBelow(from.ParentId, from.Order);
        }

        var place = tree.Children(into.Id).Select(child => child.Order + 1).DefaultIfEmpty().Max();
        foreach (var child in tree.Children(from.Id).Where(child => child != into))
        {
            child.MoveBelow(into.Id, place++);
        }
    }

    private static string? WhyNot(Term from, Term into, TermTree tree)
    {
        if (from.MergedIntoId is not null || into.MergedIntoId is not null)
        {
            return $"{(from.MergedIntoId is null ? into : from).Name} was merged into another {from.Kind.One()} already.";
        }

        if (from.Id == into.Id)
        {
            return "Choose another term to merge into.";
        }

        if (into.Retired)
        {
            return $"{into.Name} is retired. Restore it first.";
        }

        var level = tree.IsWithin(into.Id, from.Id) ? tree.LevelOf(from.Id) : tree.LevelOf(into.Id);
        var levels = level + tree.HeightOf(from.Id) - 1;
        return levels > from.Kind.Levels() && tree.Children(from.Id).Count > 0
            ? $"What stands below {from.Name} would be {levels} levels deep; {from.Kind.Title().ToLowerInvariant()} have at most {from.Kind.Levels()}."
            : null;
    }

    private static List<string> NewNames(Term from, Term into) =>
    [
        .. from.Aliases.Prepend(from.Name).Append(from.Key).DistinctBy(name => TextKey.Of(name)).Where(name => !into.GoesBy(TextKey.Of(name))),
    ];

    private async Task<(Term From, Term Into, TermTree Tree)> LoadAsync(Guid fromId, Guid intoId, CancellationToken ct)
    {
        var kind = await db.Terms.Where(term => term.Id == fromId).Select(term => (TermKind?)term.Kind).SingleOrDefaultAsync(ct) ?? throw new MissingException("term");
        var all = await db.Terms.Where(term => term.Kind == kind).ToListAsync(ct);
        return (all.Find(term => term.Id == fromId)!, all.Find(term => term.Id == intoId) ?? throw new MissingException("term"), new TermTree(kind, all));
    }
}
