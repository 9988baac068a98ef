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
    public string? Name(Guid? id) => id is { } key ? terms.GetValueOrDefault(key)?.Name : null;

    /// <summary>Name of the broadest term above it, or its own.</summary>
    public string? RootName(Guid? id)
    {
        var term = id is { } key ? terms.GetValueOrDefault(key) : null;
        for (var depth = 0; depth < 10 && term?.ParentId is { } parent; depth++)
        {
            term = terms.GetValueOrDefault(parent);
        }

        return term?.Name;
    }

    /// <summary>Name of a language by its key, or the key.</summary>
    public string Language(string key) => terms.Values.FirstOrDefault(term => term.Kind == TermKind.Language && term.Key == key)?.Name ?? key;

    /// <summary>Name of a region by its key, or the key.</summary>
    public string Region(string key) => terms.Values.FirstOrDefault(term => term.Kind == TermKind.Region && term.Key == key)?.Name ?? key;

    /// <summary>Terms of one taxonomy that are offered, children after their parents, with their depth.</summary>
    public IEnumerable<(Term Term, int Depth)> Offered(TermKind kind) => Below(kind, null, 0);

    /// <summary>The term.</summary>
    public Term? Find(Guid id) => terms.GetValueOrDefault(id);

    private IEnumerable<(Term Term, int Depth)> Below(TermKind kind, Guid? parent, int depth) => terms.Values
        .Where(term => term.Kind == kind && term.ParentId == parent && !term.Retired && depth < 10)
        .OrderBy(term => term.Order).ThenBy(term => term.NameKey, StringComparer.Ordinal)
        .SelectMany(term => Below(kind, term.Id, depth + 1).Prepend((term, depth)));
}
