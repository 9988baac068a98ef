using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Projects;

namespace ReferenceHub.Core.Metrics;

/// <summary>How long one step took in the projects of two versions of a process.</summary>
/// <param name="Key">Key of the step.</param>
/// <param name="Name">Its name in the later version that has it.</param>
/// <param name="FromDays">Target in the earlier version, in business days; null when it has no such step.</param>
/// <param name="From">Times by the earlier version.</param>
/// <param name="ToDays">Target in the later version.</param>
/// <param name="To">Times by the later version.</param>
public sealed record StepDwell(string Key, string Name, int? FromDays, Spread From, int? ToDays, Spread To);

/// <summary>Time in steps: business minutes from the turn of a step to done, its last turn where it came back; steps that were left out do not count.</summary>
public sealed class StepDwells(ReferenceHubDbContext db, CalendarQueries calendars)
{
    /// <summary>Step by step, those of two versions; nothing while no step was done by either.</summary>
    public async Task<IReadOnlyList<StepDwell>> CompareAsync(ProcessVersion earlier, ProcessVersion later, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        viewer.MustHave(Right.SeeMetrics);
        var rows = await (
            from step in db.ProjectSteps.AsNoTracking()
            join project in db.Projects on step.ProjectId equals project.Id
            where (project.VersionId == earlier.Id || project.VersionId == later.Id) && step.State == StepState.Done && step.ReadyAt != null && step.EndedAt != null
            select new { project.VersionId, project.CalendarId, step.Key, step.ReadyAt, step.EndedAt }).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var book = await calendars.BookAsync(ct);
        var times = rows.ToLookup(row => (row.VersionId, row.Key), row => book.Of(row.CalendarId).MinutesBetween(row.ReadyAt!.Value, row.EndedAt!.Value));
        return
        [
            .. later.Definition.Steps.Concat(earlier.Definition.Steps).DistinctBy(step => step.Key).Select(step => new StepDwell(
                step.Key, step.Name,
                earlier.Definition.Find(step.Key)?.Days, Spread.Of([.. times[(earlier.Id, step.Key)]]),
                later.Definition.Find(step.Key)?.Days, Spread.Of([.. times[(later.Id, step.Key)]])))
            .Where(dwell => dwell.From.N + dwell.To.N > 0),
        ];
    }
}
