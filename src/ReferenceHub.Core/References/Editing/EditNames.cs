using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Names of the terms and people that edits hold as keys.</summary>
public sealed class EditNames(IReadOnlyDictionary<Guid, string> names, IReadOnlyDictionary<string, string>? useCases = null)
{
    // A sign that nobody can type.
    private const char UseCase = '\u001f';

    /// <summary>The key of a use case, marked so that its name can stand in its place.</summary>
    public static string OfUseCase(string key) => UseCase + key;

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

        return new EditNames(names, terms.Where(term => term.Kind == TermKind.UseCase).ToDictionary(term => term.Key, term => term.Name, StringComparer.Ordinal));
    }

    /// <summary>The text with keys replaced by names; lists are comma-separated.</summary>
    public string? Words(string? text) => text switch
    {
        null or "" => null,
        "True" => "yes",
        "False" => "no",
        _ => string.Join(", ", text.Split(',').Select(part => Guid.TryParse(part, out var key) ? names.GetValueOrDefault(key, "?") : PlainWords(part.Trim()))),
    };

    private string PlainWords(string part) => part.StartsWith(UseCase) ? useCases?.GetValueOrDefault(part[1..]) ?? part[1..] : part;
}
