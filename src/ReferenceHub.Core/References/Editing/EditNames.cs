using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Names of the terms and people that edits hold as keys.</summary>
public sealed class EditNames(IReadOnlyDictionary<Guid, string> names)
{
    /// <summary>Reads the names of all terms, and of these people.</summary>
    public static async Task<EditNames> ReadAsync(ReferenceHubDbContext db, IEnumerable<Guid?> people, CancellationToken ct)
    {
        var asked = people.OfType<Guid>().Distinct().ToList();
        var names = await db.Terms.AsNoTracking().ToDictionaryAsync(term => term.Id, term => term.Name, ct);
        foreach (var person in await db.Users.AsNoTracking().Where(user => asked.Contains(user.Id)).Select(user => new { user.Id, user.Name }).ToListAsync(ct))
        {
            names[person.Id] = person.Name;
        }

        return new EditNames(names);
    }

    /// <summary>The text with keys replaced by names; lists are comma-separated.</summary>
    public string? Words(string? text) => text switch
    {
        null or "" => null,
        "True" => "yes",
        "False" => "no",
        _ => string.Join(", ", text.Split(',').Select(part => Guid.TryParse(part, out var key) ? names.GetValueOrDefault(key, "?") : part.Trim())),
    };
}
