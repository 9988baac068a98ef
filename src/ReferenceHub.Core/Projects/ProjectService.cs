using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Projects;

/// <summary>What people do with a project as a whole.</summary>
public sealed class ProjectService(ReferenceHubDbContext db, ProjectDoor door)
{
    /// <summary>Begins a planned project.</summary>
    public Task<Outcome> StartAsync(int number, int version, Viewer by, CancellationToken ct) => DriveAsync(number, version, by, (project, moment) => project.Start(moment), ct);

    /// <summary>Lets it rest.</summary>
    public Task<Outcome> HoldAsync(int number, string? reason, int version, Viewer by, CancellationToken ct) =>
        Why(reason, "Say why it rests.") is { } no ? Task.FromResult(no) : DriveAsync(number, version, by, (project, moment) => project.Hold(moment, reason!), ct);

    /// <summary>Goes on.</summary>
    public Task<Outcome> ResumeAsync(int number, int version, Viewer by, CancellationToken ct) => DriveAsync(number, version, by, (project, moment) => project.Resume(moment), ct);

    /// <summary>Gives it up; what was reserved of the customer comes back.</summary>
    public Task<Outcome> CancelAsync(int number, string? reason, int version, Viewer by, CancellationToken ct) =>
        Why(reason, "Say why it is given up: it stays on record.") is { } no ? Task.FromResult(no) : DriveAsync(number, version, by, (project, moment) => project.Cancel(moment, reason!), ct);

    /// <summary>Agrees on a later day.</summary>
    public Task<Outcome> AgreeLaterAsync(int number, DateOnly? day, string? reason, int version, Viewer by, CancellationToken ct) =>
        day is not { } later || !Days.Holds(later) ? Task.FromResult(Outcome.Refuse("Give the later day.", "Day"))
        : Why(reason, "Say why it is later.") is { } no ? Task.FromResult(no)
        : door.OnAsync(number, version, by, (project, moment, _) =>
        {
            by.MustDrive(project);
            if (later <= (project.LaterOn ?? project.PromisedOn))
            {
                return Task.FromResult(Outcome.Refuse("A later day comes after the one agreed so far.", "Day"));
            }

            project.AgreeLater(moment, later, reason!);
            return Task.FromResult(Outcome.Done);
        }, ct);

    /// <summary>Changes title, lead and deal.</summary>
    public Task<Outcome> DescribeAsync(int number, string? title, Guid leadId, Guid? opportunityId, int version, Viewer by, CancellationToken ct) => door.OnAsync(number, version, by, async (project, moment, stop) =>
    {
        by.MustDrive(project);
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > Project.TitleLength)
        {
            return Outcome.Refuse($"Say what it is about, in at most {Project.TitleLength} characters.", "Title");
        }

        if (leadId != project.LeadId && !await db.Users.WhoCanSignIn().AnyAsync(user => user.Id == leadId, stop))
        {
            return Outcome.Refuse("Choose somebody who can sign in.", "LeadId");
        }

        project.Describe(moment, title, leadId, opportunityId);
        return Outcome.Done;
    }, ct);

    private static Outcome? Why(string? reason, string words) =>
        string.IsNullOrWhiteSpace(reason) ? Outcome.Refuse(words, "Reason")
        : reason.Trim().Length > Project.ReasonLength ? Outcome.Refuse($"At most {Project.ReasonLength} characters.", "Reason")
        : null;

    private Task<Outcome> DriveAsync(int number, int version, Viewer by, Action<Project, ProjectMoment> verb, CancellationToken ct) => door.OnAsync(number, version, by, (project, moment) =>
    {
        by.MustDrive(project);
        verb(project, moment);
    }, ct);
}
