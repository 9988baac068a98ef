using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Projects;

/// <summary>Opens a project for one command: loads it if the viewer may see it, hands over the moment, tells whose turn has come, saves once, in one transaction.</summary>
public sealed class ProjectDoor(ReferenceHubDbContext db, TimeProvider clock, IIds ids, CalendarQueries calendars, ReservationService reservations, ProjectNotices notices)
{
    /// <summary>Runs a command on the project of this number. With <paramref name="version"/> only on the state that the page showed.</summary>
    public Task<Outcome> OnAsync(int number, int? version, Viewer by, Func<Project, ProjectMoment, CancellationToken, Task<Outcome>> command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(command);
        return db.WriteAsync(
            async stop =>
            {
                var project = await db.Projects.VisibleTo(by, db)
                    .Include(row => row.Customer).Include(row => row.Steps).Include(row => row.Cast)
                    .AsSplitQuery()
                    .SingleOrDefaultAsync(row => row.Number == number, stop) ?? throw new MissingException("project");
                if (version is { } shown && shown != project.Version)
                {
                    throw new StaleVersionException("project");
                }

                return await RunAsync(project, by, command, stop);
            },
            ct);
    }

    /// <summary>Runs a command that the domain alone decides on.</summary>
    public Task<Outcome> OnAsync(int number, int? version, Viewer by, Action<Project, ProjectMoment> command, CancellationToken ct) =>
        OnAsync(number, version, by, (project, moment, _) =>
        {
            command(project, moment);
            return Task.FromResult(Outcome.Done);
        }, ct);

    /// <summary>The moment of a command by the calendar of a project.</summary>
    internal async Task<ProjectMoment> MomentAsync(Guid calendarId, Viewer by, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return new ProjectMoment(by, now, await db.ProgramDayAsync(now, ct), (await calendars.BookAsync(ct)).Of(calendarId), ids);
    }

    internal async Task<Outcome> RunAsync(Project project, Viewer by, Func<Project, ProjectMoment, CancellationToken, Task<Outcome>> command, CancellationToken ct)
    {
        var before = ProjectGlance.Of(project);
        var moment = await MomentAsync(project.CalendarId, by, ct);
        var outcome = await command(project, moment, ct);
        if (outcome.IsDone)
        {
            await FollowAsync(before, project, moment, ct);
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }

    // What a cancelled one had reserved comes back, unless it was used; and whoever has a turn now hears of it.
    private async Task FollowAsync(ProjectGlance before, Project project, ProjectMoment moment, CancellationToken ct)
    {
        if (project.UseId is { } use && before.State != project.State && project.State == ProjectState.Cancelled && await db.IsReservedAsync(use, ct))
        {
            await reservations.ReleaseAsync(use, moment.By, ct, note: "Project cancelled");
            project.UseId = null;
        }

        await notices.TellAsync(before, project, moment, ct);
    }
}
