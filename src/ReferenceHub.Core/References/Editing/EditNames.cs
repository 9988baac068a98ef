using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>A term as a list names it: its key is its own within a taxonomy only.</summary>
public readonly record struct TermKey(TermKind Kind, string Key);

/// <summary>Names of the terms and people that edits hold as keys.</summary>
public sealed class EditNames(IReadOnlyDictionary<Guid, string> names, IReadOnlyDictionary<TermKey, string>? terms = null)
{
    /// <summary>Reads the names of all terms, and of these people.</summary>
    public static async Task<EditNames> ReadAsync(ReferenceHubDbContext db, IEnumerable<Guid?> people, CancellationToken ct)
    {
        var asked = people.OfType<Guid>().Distinct().ToList();
        var terms = await db.Terms.AsNoTracking().Select(term => new { term.Id, term.Kind, term.Key, term.Name }).ToListAsync(ct);
        var names = terms.ToDictionary(term => term.Id, term => term.Name);
        foreach (var person in await db.Users.AsNoTracking().Where(user => asked.Contains(user.Id)).Select(user => new { user.Id, user.Name }).ToListAsync(ct))
        {
            names[person.Id] = person.Name;
        }

        return new EditNames(names, terms.ToDictionary(term => new TermKey(term.Kind, term.Key), term => term.Name));
    }

    /// <summary>The text with keys replaced by names, those of a taxonomy's terms where it names them; lists are comma-separated.</summary>
    public string? Words(string? text, TermKind? taxonomy = null) => text switch
    {
        null or "" => null,
        "True" => "yes",
        "False" => "no",
        _ => string.Join(", ", text.Split(',').Select(part => Guid.TryParse(part, out var key) ? names.GetValueOrDefault(key, "?") : WordsOf(part.Trim(), taxonomy))),
    };

    private string WordsOf(string part, TermKind? taxonomy) => taxonomy is { } kind && terms?.GetValueOrDefault(new TermKey(kind, part)) is { } name ? name : part;
}
