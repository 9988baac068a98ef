using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Processes;

/// <summary>A version that starts on a day ahead.</summary>
public sealed record PlannedVersion(int Number, DateOnly StartsOn);

/// <summary>A process in the list.</summary>
/// <param name="Process">The process.</param>
/// <param name="InForce">The version in force; null while there is none.</param>
/// <param name="Outline">That version as it is read.</param>
/// <param name="Planned">The next version that starts.</param>
/// <param name="Drafts">How many drafts the viewer may see.</param>
/// <param name="Types">Kinds of use it goes with.</param>
public sealed record ProcessLine(ProcessTemplate Process, ProcessVersion? InForce, ProcessOutline? Outline, PlannedVersion? Planned, int Drafts, IReadOnlyList<ActivityType> Types);

/// <summary>One version of a process as a page.</summary>
/// <param name="Process">The process.</param>
/// <param name="Version">The version shown; null when the viewer may see none.</param>
/// <param name="State">How it stands.</param>
/// <param name="Outline">As it is read.</param>
/// <param name="Problems">What keeps it from being put in force.</param>
/// <param name="Versions">All versions the viewer may see, the newest first.</param>
/// <param name="Today">Today of the program.</param>
/// <param name="Types">Kinds of use it goes with.</param>
/// <param name="Holders">Names of people who always do a step.</param>
public sealed record ProcessPage(
    ProcessTemplate Process, ProcessVersion? Version, VersionState State, ProcessOutline Outline, IReadOnlyList<ProcessProblem> Problems, IReadOnlyList<ProcessVersion> Versions,
    DateOnly Today, IReadOnlyList<ActivityType> Types, IReadOnlyDictionary<Guid, string> Holders)
{
    /// <summary>The version in force today.</summary>
    public ProcessVersion? InForce => Versions.InForceOn(Today);

    /// <summary>How a version stands.</summary>
    public VersionState StateOf(ProcessVersion version) => version.StateOn(Today, InForce);

    /// <summary>The last day on which a past version was in force; before its first when another took its place the same day.</summary>
    public DateOnly LastDayOf(ProcessVersion version) => Versions
        .Where(row => row.StartsOn <= Today && (row.StartsOn > version.StartsOn || (row.StartsOn == version.StartsOn && row.Number > version.Number)))
        .Min(row => row.StartsOn)!.Value.AddDays(-1);
}

/// <summary>Two versions side by side.</summary>
public sealed record ProcessComparison(ProcessTemplate Process, ProcessVersion From, ProcessVersion To, IReadOnlyList<ProcessVersion> Versions, IReadOnlyList<ProcessDifference> Differences);

/// <summary>Reads processes.</summary>
public sealed class ProcessQueries(ReferenceHubDbContext db, ActivityTypeQueries types, TimeProvider clock)
{
    private const int ChangesShown = 20;

    /// <summary>All processes, by kind and name; those retired last.</summary>
    public async Task<IReadOnlyList<ProcessLine>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var all = await db.ProcessTemplates.AsNoTracking().ToListAsync(ct);
        var marks = (await db.ProcessVersions.AsNoTracking().VisibleTo(viewer).Select(version => new { version.Id, version.TemplateId, version.Number, version.StartsOn }).ToListAsync(ct)).ToLookup(version => version.TemplateId);
        var inForce = marks.Select(own => own.Where(version => version.StartsOn <= today).OrderByDescending(version => version.StartsOn).ThenByDescending(version => version.Number).FirstOrDefault()?.Id).OfType<Guid>().ToList();
        var written = await db.ProcessVersions.AsNoTracking().Where(version => inForce.Contains(version.Id)).ToDictionaryAsync(version => version.TemplateId, ct);
        var known = await types.AllAsync(ct);
        return
        [
            .. all.Where(process => marks[process.Id].Any() || viewer.Can(Right.ManageProcesses))
                .OrderBy(process => process.RetiredAt is not null).ThenBy(process => process.Kind).ThenBy(process => process.NameKey, StringComparer.Ordinal)
                .Select(process => new ProcessLine(
                    process, written.GetValueOrDefault(process.Id), written.TryGetValue(process.Id, out var version) ? ProcessOutline.Of(version.Definition) : null,
                    marks[process.Id].Where(mark => mark.StartsOn > today).OrderBy(mark => mark.StartsOn).Select(mark => new PlannedVersion(mark.Number, mark.StartsOn!.Value)).FirstOrDefault(),
                    marks[process.Id].Count(mark => mark.StartsOn is null), [.. known.Where(type => process.Facts.Activities.Contains(type.Key))])),
        ];
    }

    /// <summary>A version of a process; the one in force when none is named, else the newest that the viewer may see.</summary>
    public async Task<ProcessPage> OneAsync(Guid id, int? number, Viewer viewer, CancellationToken ct)
    {
        var process = await db.ProcessTemplates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new MissingException("process");
        var versions = await db.ProcessVersions.AsNoTracking().VisibleTo(viewer).Where(version => version.TemplateId == id).OrderByDescending(version => version.Number).ToListAsync(ct);
        if (versions.Count == 0 && !viewer.Can(Right.ManageProcesses))
        {
            throw new MissingException("process");
        }

        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var version = number is { } wanted ? versions.Find(row => row.Number == wanted) ?? throw new MissingException("version of the process") : versions.InForceOn(today) ?? versions.FirstOrDefault();
        var definition = version?.Definition ?? ProcessDefinition.Empty;
        var state = version?.StateOn(today, versions.InForceOn(today)) ?? VersionState.Draft;
        var known = await types.AllAsync(ct);
        return new ProcessPage(
            process, version, state, ProcessOutline.Of(definition), state is VersionState.Draft or VersionState.Planned ? ProcessCheck.Of(definition, process.Kind) : [], versions, today,
            [.. known.Where(type => process.Facts.Activities.Contains(type.Key))], await HoldersAsync(definition, ct));
    }

    /// <summary>Two versions side by side; those next to each other when none are named.</summary>
    public async Task<ProcessComparison> CompareAsync(Guid id, int? from, int? to, Viewer viewer, CancellationToken ct)
    {
        var page = await OneAsync(id, to, viewer, ct);
        var later = page.Version ?? throw new MissingException("version of the process");
        var earlier = from is { } number
            ? page.Versions.FirstOrDefault(row => row.Number == number) ?? throw new MissingException("version of the process")
            : page.State is VersionState.Draft or VersionState.Planned && page.InForce is { } inForce ? inForce
            : page.Versions.FirstOrDefault(row => row.Number < later.Number) ?? later;
        return new ProcessComparison(page.Process, earlier, later, page.Versions, ProcessDifferences.Of(earlier.Definition, later.Definition));
    }

    /// <summary>What was done with a process, the latest first.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> ChangesAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageProcesses);
        return await db.HistoryEvents.AsNoTracking().Where(change => change.Subject == SubjectKind.Process && change.SubjectId == id)
            .OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Take(ChangesShown).ToListAsync(ct);
    }

    /// <summary>A version as a file.</summary>
    public async Task<ProcessFile> FileAsync(Guid id, int number, Viewer viewer, CancellationToken ct)
    {
        var page = await OneAsync(id, number, viewer, ct);
        return new ProcessFile(page.Process.Key, page.Process.Facts, page.Version!.Definition);
    }

    /// <summary>The process in force for a kind of request; null when there is none.</summary>
    public async Task<ProcessVersion?> OfRequestsAsync(string activityKey, CancellationToken ct) => (await db.RequestProcessesAsync(clock.UtcNow(), activityKey, ct)) is [var first, ..] ? first : null;

    private async Task<IReadOnlyDictionary<Guid, string>> HoldersAsync(ProcessDefinition definition, CancellationToken ct)
    {
        var people = definition.Steps.Select(step => step.HolderId).OfType<Guid>().Distinct().ToList();
        return people.Count == 0 ? new Dictionary<Guid, string>() : await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, ct);
    }
}
