using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Import;

/// <summary>What the CRM calls a stage (folded), and what it means: the key of an open stage, "won" or "lost".</summary>
public sealed record StageName(string Value, string Choice);

/// <summary>The names of stages in the CRM as imports understand them: remembered from imports, and edited by hand.</summary>
public sealed class StageNames(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    /// <summary>Names known, in order; those that mean a stage that is gone are left out.</summary>
    public async Task<IReadOnlyList<StageName>> AllAsync(CancellationToken ct)
    {
        var stages = await db.DealStages.AsNoTracking().Select(stage => stage.Key).ToListAsync(ct);
        var answers = await db.ImportAnswers.AsNoTracking().Where(answer => answer.Field == ImportFields.Stage).OrderBy(answer => answer.ValueKey).ToListAsync(ct);
        return [.. answers.Select(answer => new StageName(answer.ValueKey, ChoiceOf(answer.Answer))).Where(name => IsChoice(name.Choice, stages))];
    }

    /// <summary>Says what a name means from now on; refused when it is no stage or outcome.</summary>
    public Task<Outcome> MeanAsync(string? value, string? choice, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ManageSettings);
        return db.WriteAsync(
            async stop =>
            {
                var key = TextKey.Of(value, ImportAnswer.ValueLength);
                if (key.Length == 0)
                {
                    return Outcome.Refuse("Say what the CRM calls the stage.", "Value");
                }

                if (choice is null || !IsChoice(choice, await db.DealStages.Select(stage => stage.Key).ToListAsync(stop)))
                {
                    return Outcome.Refuse("Choose what it means.", "Choice");
                }

                var known = await db.ImportAnswers.SingleOrDefaultAsync(answer => answer.Field == ImportFields.Stage && answer.ValueKey == key, stop);
                var before = known is null ? null : ChoiceOf(known.Answer);
                var answer = choice is StageGuess.Won or StageGuess.Lost ? choice : StageGuess.Open + choice;
                if (known is null)
                {
                    known = new ImportAnswer(ids.Next(), ImportFields.Stage, key, answer, by.ActorId, clock.UtcNow());
                    db.ImportAnswers.Add(known);
                }
                else
                {
                    known.Decide(answer, by.ActorId, clock.UtcNow());
                }

                if (before != choice)
                {
                    history.Record(by, SubjectKind.Settings, known.Id, "edited", $"Said what the CRM's stage {key} means", new FieldChange(key, before, choice));
                }

                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Forgets a name: the next import asks again.</summary>
    public Task<Outcome> ForgetAsync(string? value, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ManageSettings);
        return db.WriteAsync(
            async stop =>
            {
                if (await db.ImportAnswers.SingleOrDefaultAsync(answer => answer.Field == ImportFields.Stage && answer.ValueKey == value, stop) is { } known)
                {
                    db.ImportAnswers.Remove(known);
                    history.Record(by, SubjectKind.Settings, known.Id, "edited", $"Forgot what the CRM's stage {known.ValueKey} means");
                    await db.SaveChangesAsync(stop);
                }

                return Outcome.Done;
            },
            ct);
    }

    private static string ChoiceOf(string answer) => answer.StartsWith(StageGuess.Open, StringComparison.Ordinal) ? answer[StageGuess.Open.Length..] : answer;

    private static bool IsChoice(string choice, List<string> stages) => choice is StageGuess.Won or StageGuess.Lost || stages.Contains(choice);
}
