using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>What a new day brings to projects: steps that waited for it get their turn, planned ones begin, forecasts are made anew. Idempotent; run by a job.</summary>
public sealed class ProjectUpkeep(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars, ProjectDoor door) : IRegularWork
{
    private const int HistoryDays = 730;

    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Does what is due.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var due = await db.Projects.AsNoTracking()
            .Where(project => (project.State == ProjectState.Planned && project.StartOn <= today)
                || (ProjectStates.Worked.Contains(project.State) && project.Steps.Any(step => step.State == StepState.Waiting && step.Wait > 0)))
            .OrderBy(project => project.Number).Select(project => project.Number).ToListAsync(ct);
        await EachInTurn.RunAsync(due, number => door.OnAsync(number, null, Viewer.Product, (project, moment) =>
        {
            if (project.State == ProjectState.Planned)
            {
                project.Start(moment);
            }
            else
            {
                project.Settle(moment);
            }
        }, ct));
        await ForecastAsync(today, ct);
    }

    /// <summary>Makes the forecast of every project that is worked on anew.</summary>
    internal async Task ForecastAsync(DateOnly today, CancellationToken ct)
    {
        var histories = await HistoriesAsync(ct);
        var book = await calendars.BookAsync(ct);
        var open = await db.Projects.AsNoTracking().Where(project => project.State == ProjectState.InWork).OrderBy(project => project.Number)
            .Select(project => new { project.Number, project.TemplateId, project.CalendarId, project.EndKey, project.ExpectedOn, project.LikelyBy }).ToListAsync(ct);
        foreach (var one in open)
        {
            var steps = await db.ProjectSteps.AsNoTracking().Where(step => db.Projects.Any(project => project.Id == step.ProjectId && project.Number == one.Number)).ToListAsync(ct);
            var time = book.Of(one.CalendarId);
            var forecast = Forecaster.Of(
                [.. steps.Select(step => new PlanStep(step.Key, step.After, step.Days, step.Wait, step.ReadyAt is { } ready && step.State != StepState.Waiting ? time.DateOf(ready) : null, step.EndedAt is { } ended ? time.DateOf(ended) : null))],
                one.EndKey, today, histories.GetValueOrDefault(one.TemplateId, DwellHistory.None), book.DaysOf(one.CalendarId), one.Number);
            if (forecast.Median != one.ExpectedOn || forecast.EightOfTen != one.LikelyBy)
            {
                await db.WriteAsync<Outcome>(async stop =>
                {
                    (await db.Projects.SingleAsync(project => project.Number == one.Number, stop)).Expect(forecast.Median, forecast.EightOfTen);
                    await db.SaveChangesAsync(stop);
                    return Outcome.Done;
                }, ct);
            }
        }
    }

    // Of each process, whatever the version: a step keeps its key.
    private async Task<Dictionary<Guid, DwellHistory>> HistoriesAsync(CancellationToken ct)
    {
        var since = clock.UtcNow().AddDays(-HistoryDays);
        var minutesPerDay = (await calendars.BookAsync(ct)).Default.MinutesPerDay;
        var done = await db.ProjectSteps.AsNoTracking().Where(step => step.State == StepState.Done && step.EndedAt >= since)
            .Join(db.Projects, step => step.ProjectId, project => project.Id, (step, project) => new
            {
                project.TemplateId, step.Key, step.Days, Minutes = step.QueueMinutes + step.WorkMinutes + step.ReworkMinutes + step.BlockedMinutes,
            }).ToListAsync(ct);
        return done.GroupBy(row => row.TemplateId).ToDictionary(
            group => group.Key, group => new DwellHistory(group.Select(row => new StepDwell(row.Key, row.Days, (double)row.Minutes / minutesPerDay))));
    }
}
