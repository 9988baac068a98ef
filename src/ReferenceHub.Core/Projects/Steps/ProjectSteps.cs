using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Projects;

/// <summary>What people do with steps. Each takes the version of the project that the page showed: of two who act on one card, one wins and the other sees it.</summary>
public sealed class ProjectSteps(ReferenceHubDbContext db, ProjectDoor door, GateKeeper gates, ReservationService reservations)
{
    /// <summary>Begins a step.</summary>
    public Task<Outcome> BeginAsync(int number, string key, int version, Viewer by, CancellationToken ct) =>
        WorkAsync(number, key, version, by, (project, moment) => project.Begin(moment, key), ct);

    /// <summary>A step is done. A gate refuses with what is missing; an outcome is one of those the process names.</summary>
    public Task<Outcome> FinishAsync(int number, string key, string? outcome, int version, Viewer by, OverrideMark? mark, CancellationToken ct) => door.OnAsync(number, version, by, async (project, moment, stop) =>
    {
        var step = project.Step(key);
        by.MustWorkOn(project, step);
        if (await gates.WhyNotAsync(project, step, moment, stop) is { } no)
        {
            return no;
        }

        var offered = (await db.DefinitionAsync(project, stop)).Find(key)?.Outcomes ?? [];
        if (offered.Count > 0 && (outcome is null || !offered.Contains(outcome)))
        {
            return Outcome.Refuse("Say how it ended: choose one of the outcomes.", "Outcome");
        }

        project.Finish(moment, key, offered.Count > 0 ? outcome : null);
        return await UseAsync(project, step, moment, mark, stop);
    }, ct);

    /// <summary>Leaves a step out.</summary>
    public Task<Outcome> SkipAsync(int number, string key, string? reason, int version, Viewer by, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(reason) ? WhyAsync("Say why it is left out: it stays on record.") : DriveAsync(number, version, by, (project, moment) => project.Skip(moment, key, reason), ct);

    /// <summary>A step cannot go on.</summary>
    public Task<Outcome> BlockAsync(int number, string key, string? reason, int version, Viewer by, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(reason) ? WhyAsync("Say what blocks it, so that others can help.") : WorkAsync(number, key, version, by, (project, moment) => project.Block(moment, key, reason), ct);

    /// <summary>A step can go on.</summary>
    public Task<Outcome> UnblockAsync(int number, string key, int version, Viewer by, CancellationToken ct) =>
        WorkAsync(number, key, version, by, (project, moment) => project.Unblock(moment, key), ct);

    /// <summary>Sends the work back to a step before this one.</summary>
    public Task<Outcome> SendBackAsync(int number, string key, string toKey, string? reason, int version, Viewer by, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(reason) ? WhyAsync("Say what is to be changed.") : WorkAsync(number, key, version, by, (project, moment) => project.SendBack(moment, key, toKey, reason), ct);

    /// <summary>Takes back that a step was done or left out.</summary>
    public Task<Outcome> TakeBackAsync(int number, string key, int version, Viewer by, CancellationToken ct) =>
        WorkAsync(number, key, version, by, (project, moment) => project.TakeBack(moment, key), ct);

    /// <summary>Gives a step to somebody; to nobody yet when null.</summary>
    public Task<Outcome> AssignAsync(int number, string key, Holder? holder, int version, Viewer by, CancellationToken ct) => door.OnAsync(number, version, by, async (project, moment, stop) =>
    {
        by.MustDrive(project);
        project.Assign(moment, key, holder, holder is null ? "nobody yet" : await db.HolderNameAsync(holder, project.CustomerId, stop));
        return Outcome.Done;
    }, ct);

    /// <summary>Says who does the steps of a role.</summary>
    public Task<Outcome> EngageAsync(int number, StepRole role, Holder holder, int version, Viewer by, CancellationToken ct) => door.OnAsync(number, version, by, async (project, moment, stop) =>
    {
        by.MustDrive(project);
        project.Engage(moment, role, holder, await db.HolderNameAsync(holder, project.CustomerId, stop));
        return Outcome.Done;
    }, ct);

    /// <summary>Adds a step to this run only.</summary>
    public Task<Outcome> AddAsync(int number, NewStep added, int version, Viewer by, CancellationToken ct) => door.OnAsync(number, version, by, async (project, moment, stop) =>
    {
        ArgumentNullException.ThrowIfNull(added);
        by.MustDrive(project);
        if (string.IsNullOrWhiteSpace(added.Name) || added.Name.Trim().Length > ProcessStep.NameLength)
        {
            return Outcome.Refuse($"Give it a name of at most {ProcessStep.NameLength} characters.", nameof(added.Name));
        }

        if (added.Days is < 0 or > ProcessStep.MostDays)
        {
            return Outcome.Refuse($"A target is 0 to {ProcessStep.MostDays} business days.", nameof(added.Days));
        }

        var key = ProcessKey.Of(added.Name, ProcessStep.KeyLength, [.. project.Steps.Select(step => step.Key)]);
        var step = project.AddStep(moment, new ProcessStep { Key = key, Name = added.Name.Trim(), Stage = added.Stage, Role = added.Role, Days = added.Days, Work = added.Work, After = [.. added.After] }, added.Before);
        if (added.Holder is { } holder)
        {
            project.Assign(moment, step.Key, holder, await db.HolderNameAsync(holder, project.CustomerId, stop));
        }

        return Outcome.Done;
    }, ct);

    /// <summary>Splits a step into parts that run side by side.</summary>
    public Task<Outcome> SplitAsync(int number, string key, IReadOnlyList<string> names, int version, Viewer by, CancellationToken ct)
    {
        var parts = names.Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
        return parts.Exists(name => name.Length > ProcessStep.NameLength) || parts.Count < 2
            ? Task.FromResult(Outcome.Refuse($"Name two to six parts, each in at most {ProcessStep.NameLength} characters.", "Names"))
            : DriveAsync(number, version, by, (project, moment) => project.Split(moment, key, parts), ct);
    }

    /// <summary>Ticks a line of the checklist, or takes the tick away; two people may tick at once.</summary>
    public Task<Outcome> TickAsync(int number, string key, string line, bool on, Viewer by, CancellationToken ct) => door.OnAsync(number, null, by, async (project, moment, stop) =>
    {
        by.MustWorkOn(project, project.Step(key));
        if (!((await db.DefinitionAsync(project, stop)).Find(key)?.Checklist.Contains(line) ?? false))
        {
            throw new MissingException("line of the checklist");
        }

        project.Tick(moment, key, line, on);
        return Outcome.Done;
    }, ct);

    // A yes to consent makes the use agreed; the first interview is when it takes place.
    private async Task<Outcome> UseAsync(Project project, ProjectStep step, ProjectMoment moment, OverrideMark? mark, CancellationToken ct)
    {
        if (project.UseId is not { } use)
        {
            return Outcome.Done;
        }

        if (step.Gate == StepGate.Consent && await db.IsReservedAsync(use, ct))
        {
            await reservations.AgreeAsync(use, moment.By, ct);
        }

        if (step.Work != StepWork.Interview || step.Rounds > 0 || !await db.IsReservedAsync(use, ct))
        {
            return Outcome.Done;
        }

        var held = await reservations.ConfirmAsync(use, moment.Today, null, moment.By, ct, mark);
        return held.Refusal is { } no ? Outcome.Refuse(no.Sentence, no.CanOverride ? ProjectStarting.LimitField : null) : Outcome.Done;
    }

    private Task<Outcome> WorkAsync(int number, string key, int version, Viewer by, Action<Project, ProjectMoment> verb, CancellationToken ct) => door.OnAsync(number, version, by, (project, moment) =>
    {
        by.MustWorkOn(project, project.Step(key));
        verb(project, moment);
    }, ct);

    private Task<Outcome> DriveAsync(int number, int version, Viewer by, Action<Project, ProjectMoment> verb, CancellationToken ct) => door.OnAsync(number, version, by, (project, moment) =>
    {
        by.MustDrive(project);
        verb(project, moment);
    }, ct);

    private static Task<Outcome> WhyAsync(string words) => Task.FromResult(Outcome.Refuse(words, "Reason"));
}
