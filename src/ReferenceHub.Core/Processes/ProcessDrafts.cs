using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Processes;

/// <summary>Versions of a process: drafted, written, put in force from a day on, called off, deleted.</summary>
public sealed class ProcessDrafts(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, ReplyTimes replies)
{
    /// <summary>Most drafts of a process at a time.</summary>
    public const int MostDrafts = 20;

    private const string What = "version of the process";

    /// <summary>A draft with the steps of another version; of the one in force when none is named. Answers its number.</summary>
    public Task<Outcome<VersionPlace>> DraftAsync(Guid id, int? like, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageProcesses);
        return db.WriteAsync<Outcome<VersionPlace>>(
            async token =>
            {
                var all = await AllAsync(id, token);
                if (all.Count(version => version.IsDraft) >= MostDrafts)
                {
                    return Outcome<VersionPlace>.Refuse($"There are {MostDrafts} drafts already. Delete one that is no longer needed.");
                }

                var today = await db.ProgramDayAsync(clock.UtcNow(), token);
                var source = like is { } number ? all.Find(version => version.Number == number) ?? throw new MissingException(What) : all.InForceOn(today) ?? all.MaxBy(version => version.Number);
                var next = all.Select(version => version.Number).DefaultIfEmpty().Max() + 1;
                db.ProcessVersions.Add(new ProcessVersion(ids.Next(), id, next, source?.Definition ?? ProcessDefinition.Empty, clock.UtcNow(), by.ActorId, by.Name));
                history.Record(by, SubjectKind.Process, id, "drafted-process", $"Drafted version {Figure(next)}");
                await db.SaveChangesAsync(token);
                return new VersionPlace(id, next);
            },
            ct);
    }

    /// <summary>Writes a draft anew: the edit is made on what the page with that version showed.</summary>
    public Task<Outcome> WriteAsync(Guid id, int number, int version, Func<ProcessDefinition, ProcessDefinition> edit, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return ChangeAsync(id, number, version, by, (draft, _, _) =>
        {
            draft.Write(edit(draft.Definition), draft.Note);
            return Task.FromResult(Outcome.Done);
        }, ct);
    }

    /// <summary>Says what is new in a draft.</summary>
    public Task<Outcome> NoteAsync(Guid id, int number, string? note, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, number, version, by, (draft, _, _) =>
    {
        if (note?.Trim().Length > ProcessVersion.NoteLength)
        {
            return Task.FromResult(Outcome.Refuse($"At most {ProcessVersion.NoteLength} characters.", "Note"));
        }

        draft.Write(draft.Definition, note);
        return Task.FromResult(Outcome.Done);
    }, ct);

    /// <summary>Puts it in force from a day on, when nothing is wrong with it.</summary>
    public Task<Outcome> StartAsync(Guid id, int number, DateOnly on, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, number, version, by, async (draft, all, token) =>
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), token);
        if (on < today || !Days.Holds(on))
        {
            return Outcome.Refuse("A version starts today or later: what was begun before goes by the one of its day.", "StartsOn");
        }

        if (all.FirstOrDefault(other => other.Id != draft.Id && other.StartsOn == on) is { } same && (on > today || same.Number > draft.Number))
        {
            return Outcome.Refuse(
                on > today ? $"Version {Figure(same.Number)} starts on that day already: call it off first, or choose another day."
                : $"Version {Figure(same.Number)} is newer and started today: choose a later day, or draft a new version from this one and start that.",
                "StartsOn");
        }

        var template = await db.ProcessTemplates.SingleAsync(process => process.Id == id, token);
        if (ProcessCheck.Of(draft.Definition, template.Kind) is { Count: > 0 } problems)
        {
            return Outcome.Refuse(problems.Count == 1 ? problems[0].Words : $"{Figure(problems.Count)} things are wrong with it; the first: {problems[0].Words}", "StartsOn");
        }

        draft.StartOn(on, today);
        history.Record(by, SubjectKind.Process, id, "started-process", $"Version {Figure(number)} starts on {LimitWords.Day(on)}");
        if (on == today)
        {
            await replies.FollowAsync(template, draft.Definition, by, token);
        }

        return Outcome.Done;
    }, ct);

    /// <summary>Makes a version that has not started yet a draft again.</summary>
    public Task<Outcome> CallOffAsync(Guid id, int number, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, number, version, by, async (draft, _, token) =>
    {
        draft.CallOff(await db.ProgramDayAsync(clock.UtcNow(), token));
        history.Record(by, SubjectKind.Process, id, "called-off-process", $"Version {Figure(number)} is a draft again");
        return Outcome.Done;
    }, ct);

    /// <summary>Deletes a draft; the process goes with its only version. Answers whether the process is still there.</summary>
    public async Task<Outcome<bool?>> DeleteAsync(Guid id, int number, int version, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageProcesses);
        return await db.WriteAsync<Outcome<bool?>>(
            async token =>
            {
                var all = await AllAsync(id, token);
                var draft = Of(all, number, version);
                if (!draft.IsDraft)
                {
                    return Outcome<bool?>.Refuse("Only a draft is deleted; versions that were in force stay to explain what was done by them.");
                }

                var stays = all.Count > 1;
                history.Record(by, SubjectKind.Process, id, "deleted-process", $"Deleted draft {Figure(number)}");
                db.ProcessVersions.Remove(draft);
                if (!stays)
                {
                    db.ProcessTemplates.Remove(await db.ProcessTemplates.SingleAsync(process => process.Id == id, token));
                }

                await db.SaveChangesAsync(token);
                return (bool?)stays;
            },
            ct);
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ProcessVersion Of(List<ProcessVersion> all, int number, int version)
    {
        var draft = all.Find(row => row.Number == number) ?? throw new MissingException(What);
        return draft.Version == version ? draft : throw new StaleVersionException(What);
    }

    private Task<Outcome> ChangeAsync(Guid id, int number, int version, Viewer by, Func<ProcessVersion, List<ProcessVersion>, CancellationToken, Task<Outcome>> change, CancellationToken ct)
    {
        by.MustHave(Right.ManageProcesses);
        return db.WriteAsync(
            async token =>
            {
                var all = await AllAsync(id, token);
                var outcome = await change(Of(all, number, version), all, token);
                if (outcome.IsDone)
                {
                    await db.SaveChangesAsync(token);
                }

                return outcome;
            },
            ct);
    }

    private async Task<List<ProcessVersion>> AllAsync(Guid id, CancellationToken ct) =>
        await db.ProcessTemplates.AnyAsync(process => process.Id == id, ct)
            ? await db.ProcessVersions.Where(version => version.TemplateId == id).ToListAsync(ct)
            : throw new MissingException("process");
}
