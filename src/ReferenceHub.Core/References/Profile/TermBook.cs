using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>All terms at hand: names, broader terms, choices for forms.</summary>
public sealed class TermBook
{
    private readonly Dictionary<Guid, Term> terms;

    private TermBook(IEnumerable<Term> all) => terms = all.ToDictionary(term => term.Id);

    /// <summary>Reads them all; they are few.</summary>
    public static async Task<TermBook> ReadAsync(ReferenceHubDbContext db, CancellationToken ct) =>
        new(await db.Terms.AsNoTracking().ToListAsync(ct));

    /// <summary>Name of a term.</summary>
    public string? Name(Guid? id) => id is { } key ? Find(key)?.Name : null;

    /// <summary>Name of the broadest term above it, or its own.</summary>
    public string? RootName(Guid? id)
    {
        var term = id is { } key ? Find(key) : null;
        for (var depth = 0; depth < 10 && term?.ParentId is { } parent; depth++)
        {
            term = terms.GetValueOrDefault(parent);
        }

        return term?.Name;
    }

    /// <summary>Name of a language by its key, or the key.</summary>
    public string Language(string key) => Find(TermKind.Language, key)?.Name ?? key;

    /// <summary>Name of a use case by its key, or the key.</summary>
    public string UseCase(string key) => Find(TermKind.UseCase, key)?.Name ?? key;

    /// <summary>Name of a region by its key, or the key.</summary>
    public string Region(string key) => terms.Values.FirstOrDefault(term => term.Kind == TermKind.Region && term.Key == key)?.Name ?? key;

    /// <summary>Terms of one taxonomy that are offered, children after their parents, with their depth.</summary>
    public IEnumerable<(Term Term, int Depth)> Offered(TermKind kind) => Below(kind, null, 0, _ => false);

    /// <summary>As <see cref="Offered(TermKind)"/>, with the retired ones that what is edited has: a form must not lose them.</summary>
    public IEnumerable<(Term Term, int Depth)> Offered(TermKind kind, Func<Term, bool> present) => Below(kind, null, 0, present);

    /// <summary>Every term, merged ones too.</summary>
    public IEnumerable<Term> All => terms.Values;

    /// <summary>The term; a merged one leads to the one that took it over.</summary>
    public Term? Find(Guid id)
    {
        var term = terms.GetValueOrDefault(id);
        for (var steps = 0; term?.MergedIntoId is { } next && steps < 20; steps++)
        {
            term = terms.GetValueOrDefault(next);
        }

        return term;
    }

    /// <summary>The term of a key; that of a merged term leads to the one that took it over.</summary>
    public Term? Find(TermKind kind, string? key) => terms.Values.FirstOrDefault(term => term.Kind == kind && term.Key == key) is { } term ? Find(term.Id) : null;

    /// <summary>The key of the row that stands for a term: its own, or that of the one that took it over.</summary>
    public Guid Settle(Guid id) => Find(id)?.Id ?? id;

    // What stands below a retired term is offered in its place.
    private IEnumerable<(Term Term, int Depth)> Below(TermKind kind, Guid? parent, int depth, Func<Term, bool> present) => terms.Values
        .Where(term => term.Kind == kind && term.ParentId == parent && term.MergedIntoId is null && depth < 10)
        .OrderBy(term => term.Order).ThenBy(term => term.NameKey, StringComparer.Ordinal)
        .SelectMany(term => term.Retired && !present(term) ? Below(kind, term.Id, depth, present) : Below(kind, term.Id, depth + 1, present).Prepend((term, depth)));
}
