using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Projects;

/// <summary>Reminds whoever holds a step when 80 % of its time is used and when it is over, and tells the lead once that it is late. Idempotent; run by a job.</summary>
public sealed class StepReminders(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars, ProjectDoor door, Notices notices) : IRegularWork
{
    private const int RiskPercent = 80;

    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Does what is due; answers in how many projects something was.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (now, book) = (clock.UtcNow(), await calendars.BookAsync(ct));
        var open = await db.ProjectSteps.AsNoTracking()
            .Where(step => StepStates.Open.Contains(step.State) && step.Days > 0 && step.DueAt != null && (step.Reminders < 2 || step.EscalatedAt == null))
            .Join(db.Projects.Where(project => ProjectStates.Worked.Contains(project.State)), step => step.ProjectId, project => project.Id,
                (step, project) => new { project.Number, project.CalendarId, step.ReadyAt, step.DueAt, step.Reminders, step.EscalatedAt })
            .ToListAsync(ct);
        var due = open.Where(row => Due(row.ReadyAt, row.DueAt!.Value, row.Reminders, row.EscalatedAt, now, book.Of(row.CalendarId)) is not (false, false)).Select(row => row.Number).Distinct().Order().ToList();
        await EachInTurn.RunAsync(due, number => door.OnAsync(number, null, Viewer.Product, TellAsync, ct));
        return due.Count;
    }

    private async Task<Outcome> TellAsync(Project project, ProjectMoment moment, CancellationToken ct)
    {
        foreach (var step in project.Steps.Where(step => step.State.IsOpen() && step.Days > 0 && step.DueAt is not null).OrderBy(step => step.Place))
        {
            var (remind, escalate) = Due(step.ReadyAt, step.DueAt!.Value, step.Reminders, step.EscalatedAt, moment.Now, moment.Time);
            var isOver = step.DueAt <= moment.Now;
            if (remind)
            {
                if (step.HolderKind == HolderKind.User)
                {
                    await notices.TellAsync(step.HolderId!.Value, MessageKinds.StepReminder, isOver ? $"Past its target: {step.Name}" : $"Due soon: {step.Name}", project.Title, ProjectNotices.PathOf(project, step), ct);
                }

                project.Remind(moment, step.Key, null);
            }

            if (escalate)
            {
                if (step.Holder != Holder.User(project.LeadId))
                {
                    await notices.TellAsync(project.LeadId, MessageKinds.StepLate, $"Late: {step.Name}", project.Title, ProjectNotices.PathOf(project, step), ct);
                }

                project.Escalate(moment, step.Key);
            }
        }

        return Outcome.Done;
    }

    private static (bool Remind, bool Escalate) Due(DateTime? readyAt, DateTime dueAt, int reminders, DateTime? escalatedAt, DateTime now, BusinessTime time)
    {
        var isOver = dueAt <= now;
        var whole = readyAt is { } from ? time.MinutesBetween(from, dueAt) : 0;
        var isNear = isOver || (readyAt is { } since && whole > 0 && time.MinutesBetween(since, now) * 100 >= whole * RiskPercent);
        return ((isNear && reminders == 0) || (isOver && reminders == 1), isOver && escalatedAt is null);
    }
}
