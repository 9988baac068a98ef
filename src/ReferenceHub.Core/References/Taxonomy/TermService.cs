using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>What is edited of a term.</summary>
public sealed record TermEdit
{
    /// <summary>As shown.</summary>
    public required string Name { get; init; }

    /// <summary>The key of a new language (ISO 639); made of the name otherwise.</summary>
    public string? Key { get; init; }

    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Editions of a product.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>The broader term.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Whether the name it had stays understood.</summary>
    public bool KeepOldName { get; init; } = true;
}

/// <summary>Adds, renames, moves, orders and retires terms; the key of a term never changes.</summary>
public sealed class TermService(ReferenceHubDbContext db, IIds ids, HistoryLog history)
{
    /// <summary>Adds a term at the end of its siblings.</summary>
    public Task<Outcome<Guid>> AddAsync(TermKind kind, TermEdit edit, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageTaxonomies);
        return db.WriteAsync<Outcome<Guid>>(
            async ct =>
            {
                var all = await db.Terms.Where(term => term.Kind == kind).ToListAsync(ct);
                var tree = new TermTree(kind, all);
                if (Refusal(tree, null, edit) is { } refusal)
                {
                    return Outcome<Guid>.Refuse(refusal.Refusal!, refusal.Field);
                }

                var keys = all.Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
                if (edit.Key is { } own && keys.Contains(own))
                {
                    return Outcome<Guid>.Refuse($"“{own}” is the code of {all.Find(term => term.Key == own)!.Name} already.", nameof(TermEdit.Key));
                }

                var key = edit.Key ?? Taxonomies.KeyOf(edit.Name, keys);
                var term = new Term(ids.Next(), kind, key, edit.Name, edit.ParentId, edit.Aliases, NextPlace(tree, edit.ParentId));
                term.Offer(kind == TermKind.Product ? edit.Editions : []);
                db.Terms.Add(term);
                history.Record(by, SubjectKind.Term, term.Id, "added", $"Added {kind.One()} {term.Name}", Changes(null, Facts(tree, term)));
                await db.SaveChangesAsync(ct);
                return term.Id;
            },
            ct);
    }

    /// <summary>Changes name, other names, editions and place in the tree, if nobody did since.</summary>
    public Task<Outcome> ChangeAsync(Guid id, int version, TermEdit edit, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageTaxonomies);
        return db.WriteAsync(
            async ct =>
            {
                var (term, tree) = await LoadAsync(id, version, ct);
                if (Refusal(tree, term, edit) is { } refusal)
                {
                    return refusal;
                }

                var before = Facts(tree, term);
                var renamed = TextKey.Of(edit.Name) != term.NameKey;
                term.Rename(edit.Name, renamed && edit.KeepOldName ? edit.Aliases.Append(term.Name) : edit.Aliases);
                term.Offer(term.Kind == TermKind.Product ? edit.Editions : term.Editions);
                if (term.ParentId != edit.ParentId)
                {
                    term.MoveBelow(edit.ParentId, NextPlace(tree, edit.ParentId));
                    HoldAbove(tree, edit.ParentId);
                }

                var changes = Changes(before, Facts(tree, term));
                if (changes.Count > 0)
                {
                    history.Record(by, SubjectKind.Term, id, "changed", $"Changed {term.Kind.One()} {term.Name}", changes);
                    await db.SaveChangesAsync(ct);
                }

                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Moves a term one place up or down among its siblings.</summary>
    public Task<Outcome> PlaceAsync(Guid id, bool up, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageTaxonomies);
        return db.WriteAsync(
            async ct =>
            {
                var (term, tree) = await LoadAsync(id, null, ct);
                var siblings = tree.Children(term.ParentId).ToList();
                var at = siblings.IndexOf(term);
                var to = at + (up ? -1 : 1);
                if (to >= 0 && to < siblings.Count)
                {
                    (siblings[at], siblings[to]) = (siblings[to], siblings[at]);
                    foreach (var (place, sibling) in siblings.Index())
                    {
                        sibling.MoveBelow(sibling.ParentId, place);
                    }

                    await db.SaveChangesAsync(ct);
                }

                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Takes a term out of what is offered, or offers it again; what has it keeps it.</summary>
    public Task<Outcome> RetireAsync(Guid id, int version, bool retired, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageTaxonomies);
        return db.WriteAsync(
            async ct =>
            {
                var (term, _) = await LoadAsync(id, version, ct);
                if (term.Retired == retired)
                {
                    return Outcome.Done;
                }

                if (retired)
                {
                    term.Retire();
                }
                else
                {
                    term.Restore();
                }

                history.Record(by, SubjectKind.Term, id, retired ? "retired" : "restored", $"{(retired ? "Retired" : "Restored")} {term.Kind.One()} {term.Name}");
                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            },
            ct);
    }

    // Two moves at once that would make a circle together meet at a term above one of them.
    private void HoldAbove(TermTree tree, Guid? parentId)
    {
        for (var above = parentId; above is { } id; above = tree.Find(id)!.ParentId)
        {
            db.Entry(tree.Find(id)!).Property(term => term.Version).IsModified = true;
        }
    }

    private static Outcome? Refusal(TermTree tree, Term? term, TermEdit edit)
    {
        if (tree.Named(TextKey.Of(edit.Name), term?.Id) is { } known)
        {
            return Outcome.Refuse(Taken(edit.Name, known), nameof(TermEdit.Name));
        }

        foreach (var alias in edit.Aliases)
        {
            if (tree.Named(TextKey.Of(alias), term?.Id) is { } other)
            {
                return Outcome.Refuse(Taken(alias, other), nameof(TermEdit.Aliases));
            }
        }

        return term is not null && term.ParentId == edit.ParentId ? null
            : tree.WhyNotBelow(term?.Id, edit.ParentId) is { } why ? Outcome.Refuse(why, nameof(TermEdit.ParentId)) : null;
    }

    private static string Taken(string name, Term known) =>
        $"“{name.Trim()}” means {known.Name} already{(known.Retired ? ", which is retired: restore that one" : "")}.";

    private static int NextPlace(TermTree tree, Guid? parentId) => tree.Children(parentId).Select(sibling => sibling.Order + 1).DefaultIfEmpty().Max();

    private static (string Label, string? Text)[] Facts(TermTree tree, Term term) =>
    [
        ("Name", term.Name),
        ("Other names", term.Aliases.Count == 0 ? null : string.Join(", ", term.Aliases)),
        ("Editions", term.Editions.Count == 0 ? null : string.Join(", ", term.Editions)),
        ("Below", term.ParentId is { } parent ? tree.Find(parent)?.Name : null),
    ];

    private static List<FieldChange> Changes((string Label, string? Text)[]? before, (string Label, string? Text)[] after) =>
    [
        .. after.Select((fact, place) => new FieldChange(fact.Label, before?[place].Text, fact.Text)).Where(change => change.Before != change.After),
    ];

    private async Task<(Term Term, TermTree Tree)> LoadAsync(Guid id, int? version, CancellationToken ct)
    {
        var kind = await db.Terms.Where(term => term.Id == id).Select(term => (TermKind?)term.Kind).SingleOrDefaultAsync(ct) ?? throw new MissingException("term");
        var all = await db.Terms.Where(term => term.Kind == kind).ToListAsync(ct);
        var term = all.Find(term => term.Id == id)!;
        if (version is not null && term.Version != version)
        {
            throw new StaleVersionException("term");
        }

        return term.MergedIntoId is null ? (term, new TermTree(kind, all)) : throw new IllegalMoveException($"{term.Name} was merged into another {kind.One()}.");
    }
}
