using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Import;

/// <summary>Remembers how files were understood: the columns of a set of headings, and what their values mean.</summary>
internal sealed class ImportRecall(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>The settings of the last import with these headings, as far as they fit this file; null when there was none (of this kind).</summary>
    public async Task<ImportSettings?> RecallAsync(ImportTable table, ImportKind? kind, CancellationToken ct)
    {
        var key = KeyOf(table.Headings);
        var settings = await db.ImportMemories.AsNoTracking().Where(memory => memory.HeadingsKey == key).Select(memory => memory.Settings).SingleOrDefaultAsync(ct);
        if (settings is null || (kind is not null && settings.Kind != kind))
        {
            return null;
        }

        // Columns and formats are remembered; how this file is read, and dates that it writes otherwise, are its own.
        var guess = SettingsGuess.For(table, settings.Currency, settings.Kind);
        var dates = SettingsGuess.CellsOf(table, settings.Kind, settings.Columns, FieldType.Date);
        return settings with
        {
            Delimiter = guess.Delimiter,
            Encoding = guess.Encoding,
            Sheet = guess.Sheet,
            DateFormat = dates.Exists(cell => Dates.Read(cell, settings.DateFormat) is null) ? Dates.Guess(dates).Format : settings.DateFormat,
            Recalled = true,
        };
    }

    /// <summary>Remembers an import that runs: its columns and formats, and each decision that a person took or left as it was offered.</summary>
    public async Task RememberAsync(ImportTable table, ImportSettings settings, IReadOnlyList<ValueChoice> choices, Viewer by, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var key = KeyOf(table.Headings);
        var kept = settings with { Choices = [], LeaveOutBadRows = false, Undecided = Undecided.Ask, Evidence = null, Recalled = false };
        if (await db.ImportMemories.SingleOrDefaultAsync(memory => memory.HeadingsKey == key, ct) is { } memory)
        {
            memory.Renew(kept, now);
        }
        else
        {
            db.ImportMemories.Add(new ImportMemory(ids.Next(), key, kept, now));
        }

        var decided = choices.Where(choice => IsWorthKeeping(choice, settings)).GroupBy(choice => (Field: FieldOf(choice), Value: Vocabulary.AnswerKey(choice.Value))).ToList();
        var values = decided.Select(group => group.Key.Value).Distinct().ToArray();
        var known = (await db.ImportAnswers.Where(answer => EF.Parameter(values).Contains(answer.ValueKey)).ToListAsync(ct)).ToDictionary(answer => (answer.Field, answer.ValueKey));
        foreach (var group in decided)
        {
            if (known.TryGetValue(group.Key, out var answer))
            {
                answer.Decide(group.First().Choice!, by.ActorId, now);
            }
            else
            {
                db.ImportAnswers.Add(new ImportAnswer(ids.Next(), group.Key.Field, group.Key.Value, group.First().Choice!, by.ActorId, now));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private static string FieldOf(ValueChoice choice) => choice.Field is ImportFields.Name or ImportFields.Account ? RowCustomers.Remembered : choice.Field;

    // What is made new is known by its name from now on; a spelling that became another name of its term is too.
    private static bool IsWorthKeeping(ValueChoice choice, ImportSettings settings) =>
        choice is { Certain: false, Remembered: false, ByRule: false, Choice: not null and not ImportSettings.NewTerm, Value.Length: > 0 }
        && (!choice.Choice.StartsWith(ImportSettings.Existing, StringComparison.Ordinal) || !settings.RememberSpellings);

    private static string KeyOf(IReadOnlyList<string> headings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headings.Select(heading => TextKey.Of(heading))))));
}
