using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Somebody with an account.</summary>
public sealed record VocabularyPerson(Guid Id, string Name, string? Email, bool Active);

/// <summary>What the words of a file can mean: terms, open stages, activity types, people with accounts, and what was decided before.</summary>
public sealed class Vocabulary(
    IReadOnlyList<Term> terms, IReadOnlyList<DealStage> stages, IReadOnlyList<ActivityType> activities, IReadOnlyList<VocabularyPerson> people,
    IReadOnlyDictionary<(string Field, string Value), string> answers)
{
    private readonly Dictionary<Guid, Term> byId = terms.ToDictionary(term => term.Id);
    private readonly ILookup<string, Guid> byName = people.Where(person => person.Active)
        .SelectMany(person => new[] { (Key: TextKey.Of(person.Name), person.Id), (Key: TextKey.Of(person.Email), person.Id) })
        .ToLookup(name => name.Key, name => name.Id, StringComparer.Ordinal);

    /// <summary>Open stages in order.</summary>
    public IReadOnlyList<DealStage> Stages => stages;

    /// <summary>Activity types by key.</summary>
    public IReadOnlyList<ActivityType> Activities => activities;

    /// <summary>Terms of a taxonomy.</summary>
    public IReadOnlyList<Term> Of(TermKind kind) => [.. terms.Where(term => term.Kind == kind).OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The term of this key.</summary>
    public Term? Term(Guid? id) => id is { } key ? byId.GetValueOrDefault(key) : null;

    /// <summary>The term that goes by this word; of a merged one, what it became part of.</summary>
    public Term? Named(TermKind kind, string value)
    {
        var term = TermGuess.Named(terms.Where(term => term.Kind == kind), value);
        for (var steps = 0; term?.MergedIntoId is { } next && steps < 20; steps++)
        {
            term = byId.GetValueOrDefault(next);
        }

        return term;
    }

    /// <summary>Names of terms and people.</summary>
    public IEnumerable<KeyValuePair<Guid, string>> Names =>
        terms.Select(term => KeyValuePair.Create(term.Id, term.Name)).Concat(people.Select(person => KeyValuePair.Create(person.Id, person.Name)));

    /// <summary>The fixed list behind a field; null when it has none.</summary>
    public IReadOnlyList<Meaning>? MeaningsOf(string field) => Meanings.Of(field, activities);

    /// <summary>What was decided of a value at an earlier import.</summary>
    public string? Answer(string field, string value) => answers.GetValueOrDefault((field, AnswerKey(value)));

    /// <summary>A value as decisions are remembered under.</summary>
    public static string AnswerKey(string value) => TextKey.Of(value, ImportAnswer.ValueLength);

    /// <summary>The one active person with this name or e-mail address.</summary>
    public Guid? Person(string nameOrEmail) => byName[TextKey.Of(nameOrEmail)].Distinct().Take(2).ToArray() is [var only] ? only : null;

    /// <summary>Reads it as it stands.</summary>
    public static async Task<Vocabulary> LoadAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        var terms = await db.Terms.AsNoTracking().Standing().ToListAsync(ct);
        var stages = await db.DealStages.AsNoTracking().OrderBy(stage => stage.Place).ToListAsync(ct);
        var activities = await db.ActivityTypes.AsNoTracking().OrderBy(type => type.Order).ToListAsync(ct);
        var people = await db.Users.AsNoTracking().Select(user => new VocabularyPerson(user.Id, user.Name, user.Email, user.DeactivatedAt == null)).ToListAsync(ct);
        var answers = await db.ImportAnswers.AsNoTracking().Select(answer => new { answer.Field, answer.ValueKey, answer.Answer }).ToListAsync(ct);
        return new Vocabulary(
            terms, stages, activities, people, answers.ToDictionary(answer => (answer.Field, answer.ValueKey), answer => answer.Answer));
    }
}
