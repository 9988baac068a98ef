using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>The words that cells are held against: industries, countries, stages, people.</summary>
public sealed class Vocabulary(IReadOnlyList<Term> terms, IReadOnlyList<DealStage> stages, ILookup<string, Guid> people)
{
    /// <summary>Open stages in order.</summary>
    public IReadOnlyList<DealStage> Stages => stages;

    /// <summary>Terms of a taxonomy.</summary>
    public IReadOnlyList<Term> Of(TermKind kind) => [.. terms.Where(term => term.Kind == kind).OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The one active person with this name or e-mail address.</summary>
    public Guid? Person(string nameOrEmail) => people[TextKey.Of(nameOrEmail)].Distinct().Take(2).ToArray() is [var only] ? only : null;

    /// <summary>Reads it as it stands.</summary>
    public static async Task<Vocabulary> LoadAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        var terms = await db.Terms.AsNoTracking().Where(term => term.Kind == TermKind.Industry || term.Kind == TermKind.Region).ToListAsync(ct);
        var stages = await db.DealStages.AsNoTracking().OrderBy(stage => stage.Place).ToListAsync(ct);
        var people = await db.Users.AsNoTracking().Where(user => user.DeactivatedAt == null).Select(user => new { user.Id, user.Name, user.Email }).ToListAsync(ct);
        var names = people.SelectMany(person => new[] { (Key: TextKey.Of(person.Name), person.Id), (Key: TextKey.Of(person.Email), person.Id) });
        return new Vocabulary(terms, stages, names.ToLookup(name => name.Key, name => name.Id));
    }
}
