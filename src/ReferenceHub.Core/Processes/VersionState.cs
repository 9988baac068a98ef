using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Processes;

/// <summary>How a version of a process stands.</summary>
public enum VersionState
{
    /// <summary>Being written; nothing is started by it.</summary>
    Draft,

    /// <summary>Starts on a day ahead.</summary>
    Planned,

    /// <summary>New projects are started by it.</summary>
    InForce,

    /// <summary>Was in force, or was overtaken before it could be.</summary>
    Past,
}

/// <summary>Which version of a process is in force.</summary>
public static class VersionStates
{
    /// <summary>The one in force on a day of the program, among all versions of one process: of those that have started the latest.</summary>
    public static ProcessVersion? InForceOn(this IEnumerable<ProcessVersion> versions, DateOnly today) =>
        versions.Where(version => version.StartsOn <= today).OrderByDescending(version => version.StartsOn).ThenByDescending(version => version.Number).FirstOrDefault();

    /// <summary>How a version stands on a day; the one in force that day is given.</summary>
    public static VersionState StateOn(this ProcessVersion version, DateOnly today, ProcessVersion? inForce)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.IsDraft ? VersionState.Draft
            : version.StartsOn > today ? VersionState.Planned
            : version.Id == inForce?.Id ? VersionState.InForce
            : VersionState.Past;
    }

    /// <summary>Processes of requests that are in use, each with its version in force today; those without one are left out.</summary>
    public static async Task<IReadOnlyList<ProcessVersion>> RequestProcessesAsync(this ReferenceHubDbContext db, DateTime now, string? activityKey, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var used = await db.ProcessTemplates.AsNoTracking().Where(process => process.Kind == ProcessKind.Request && process.RetiredAt == null).ToListAsync(ct);
        var today = await db.ProgramDayAsync(now, ct);
        List<ProcessVersion> found = [];
        foreach (var process in used.Where(process => activityKey is null || process.Facts.Activities.Contains(activityKey)))
        {
            if (await db.ProcessVersions.AsNoTracking().Include(version => version.Template).Where(version => version.TemplateId == process.Id && version.StartsOn <= today)
                .OrderByDescending(version => version.StartsOn).ThenByDescending(version => version.Number).FirstOrDefaultAsync(ct) is { } version)
            {
                found.Add(version);
            }
        }

        return found;
    }
}
