using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>Writing, keeping, commenting and approving the text of a project.</summary>
public sealed class ProjectTexts(ReferenceHubDbContext db, ProjectDoor door)
{
    /// <summary>Saves the text as it is being worked on; one that somebody else saved meanwhile is not overwritten.</summary>
    public Task<Outcome> WriteAsync(int number, string key, string? body, int textVersion, Viewer by, CancellationToken ct) => door.OnAsync(number, null, by, async (project, moment, stop) =>
    {
        MustWrite(project, key, by);
        if (body?.Length > ProjectText.BodyLength)
        {
            return Outcome.Refuse($"A text has at most {ProjectText.BodyLength.ToString("N0", CultureInfo.InvariantCulture)} characters.", "Body");
        }

        var text = await TextAsync(project, stop);
        if (text.Version != textVersion)
        {
            throw new StaleVersionException("text");
        }

        text.Write(body, moment.Now, by.Name);
        return Outcome.Done;
    }, ct);

    /// <summary>Keeps the text as the next version. Steps that had said yes to an older one are asked again.</summary>
    public Task<Outcome> KeepAsync(int number, string key, string? note, int textVersion, Viewer by, CancellationToken ct) => door.OnAsync(number, null, by, async (project, moment, stop) =>
    {
        MustWrite(project, key, by);
        var text = await TextAsync(project, stop);
        if (text.Version != textVersion)
        {
            throw new StaleVersionException("text");
        }

        if (string.IsNullOrWhiteSpace(text.Body))
        {
            return Outcome.Refuse("Write something first.", "Body");
        }

        if (note?.Trim().Length > TextVersion.NoteLength)
        {
            return Outcome.Refuse($"At most {TextVersion.NoteLength} characters.", "Note");
        }

        var hash = TextVersion.HashOf(text.Body);
        if (await db.TextVersions.AnyAsync(version => version.ProjectId == project.Id && version.Number == text.LastNumber && version.Hash == hash, stop))
        {
            return Outcome.Refuse(string.Create(CultureInfo.InvariantCulture, $"Version {text.LastNumber} says exactly this already."));
        }

        var kept = text.Keep(moment, key, note);
        db.TextVersions.Add(kept);
        project.Note(moment, ProjectEventKind.TextSaved, key, string.Create(CultureInfo.InvariantCulture, $"Version {kept.Number}{(kept.Note is null ? "" : $": {kept.Note}")}"));
        return Outcome.Done;
    }, ct);

    /// <summary>Says of exactly one version that it may go out, or that it has to be changed; the latter sends the work back to the step that wrote it.</summary>
    public Task<Outcome> JudgeAsync(int number, string key, TextJudgement judgement, int version, Viewer by, CancellationToken ct) => door.OnAsync(number, version, by, async (project, moment, stop) =>
    {
        ArgumentNullException.ThrowIfNull(judgement);
        var step = project.Step(key);
        by.MustWorkOn(project, step);
        if (step.Work != StepWork.Approval || !step.State.IsOpen())
        {
            throw new IllegalMoveException($"“{step.Name}” asks nobody for an approval now.");
        }

        var last = await db.TextVersions.AsNoTracking().Where(row => row.ProjectId == project.Id).OrderByDescending(row => row.Number).FirstOrDefaultAsync(stop);
        if (last is null || last.Number != judgement.Number || last.Hash != judgement.Hash)
        {
            return Outcome.Refuse(last is null ? "There is no version of the text yet." : string.Create(CultureInfo.InvariantCulture, $"There is a newer version by now: {last.Number}. Read it, then answer."));
        }

        if (judgement.Verdict == Verdict.SentBack && string.IsNullOrWhiteSpace(judgement.Note))
        {
            return Outcome.Refuse("Say what is to be changed.", "Note");
        }

        db.TextVerdicts.Add(new TextVerdict(moment, step, last.Number, last.Hash, null, judgement.Verdict, judgement.Note, judgement.Source, judgement.ProofId));
        if (judgement.Verdict == Verdict.Approved)
        {
            project.Note(moment, ProjectEventKind.Approved, key, string.Create(CultureInfo.InvariantCulture, $"Version {last.Number}"));
            project.Finish(moment, key);
            return Outcome.Done;
        }

        var writer = StepOrder.Before(project.Steps, key);
        var to = project.Steps.Where(one => one.Work == StepWork.Draft && one.State == StepState.Done && writer.Contains(one.Key)).MaxBy(one => one.Place);
        if (to is null)
        {
            return Outcome.Refuse("No step before this one wrote the text: send it back by hand to the one that is to change it.");
        }

        project.SendBack(moment, key, to.Key, judgement.Note!);
        return Outcome.Done;
    }, ct);

    /// <summary>Comments on a step, and on a version of the text where one is named.</summary>
    public Task<Outcome> CommentAsync(int number, string? key, int? textNumber, string? words, Viewer by, CancellationToken ct) => door.OnAsync(number, null, by, async (project, moment, stop) =>
    {
        if (string.IsNullOrWhiteSpace(words) || words.Trim().Length > ProjectComment.TextLength)
        {
            return Outcome.Refuse($"Write a comment of at most {ProjectComment.TextLength} characters.", "Words");
        }

        if (textNumber is { } named && !await db.TextVersions.AnyAsync(version => version.ProjectId == project.Id && version.Number == named, stop))
        {
            throw new MissingException("version");
        }

        db.ProjectComments.Add(new ProjectComment(moment, project.Id, key is null ? null : project.Step(key).Key, textNumber, words));
        project.Note(moment, ProjectEventKind.Commented, key, null);
        return Outcome.Done;
    }, ct);

    private static void MustWrite(Project project, string key, Viewer by)
    {
        var step = project.Step(key);
        by.MustWorkOn(project, step);
        if (!step.State.IsOpen())
        {
            throw new IllegalMoveException($"“{step.Name}” is {step.State.InWords()}: the text is written while a step that works on it is open.");
        }
    }

    private async Task<ProjectText> TextAsync(Project project, CancellationToken ct)
    {
        var text = await db.ProjectTexts.SingleOrDefaultAsync(row => row.ProjectId == project.Id, ct);
        if (text is null)
        {
            text = new ProjectText(project.Id, null);
            db.ProjectTexts.Add(text);
        }

        return text;
    }
}

/// <summary>What somebody says of a version that they have read.</summary>
/// <param name="Number">Number of the version.</param>
/// <param name="Hash">Its hash, as the page showed it.</param>
/// <param name="Verdict">Yes or back.</param>
/// <param name="Note">In their words.</param>
/// <param name="Source">How the answer came, when somebody else enters it.</param>
/// <param name="ProofId">The mail or paper that proves it.</param>
public sealed record TextJudgement(int Number, string Hash, Verdict Verdict, string? Note, string? Source = null, Guid? ProofId = null);
