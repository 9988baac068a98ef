using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>Tells people with an account what a command on a project came to: whose turn it is now, and that it ended. Part of the transaction at hand.</summary>
public sealed class ProjectNotices(ReferenceHubDbContext db, Notices notices)
{
    internal async Task TellAsync(ProjectGlance before, Project project, ProjectMoment moment, CancellationToken ct)
    {
        foreach (var step in before.NewTurns(project).Where(step => step.HolderKind == HolderKind.User))
        {
            var head = step.State == StepState.SentBack ? $"Sent back to you: {step.Name}" : $"Your turn: {step.Name}";
            var words = step.State == StepState.SentBack ? step.Reason : await MessageOfAsync(project, step, ct);
            await notices.TellAsync([step.HolderId!.Value], MessageKinds.StepTurn, head, $"{project.Title}{(words is null ? "" : $"\n{words}")}", PathOf(project, step), moment.By.ActorId, ct);
        }

        if (before.State != project.State && project.State is ProjectState.Published or ProjectState.Cancelled)
        {
            var people = project.Cast.Where(member => member.HolderKind == HolderKind.User).Select(member => member.HolderId).Append(project.LeadId).Distinct().ToList();
            var head = project.State == ProjectState.Published ? $"Published: {project.Title}" : $"Cancelled: {project.Title}";
            await notices.TellAsync(people, MessageKinds.ProjectEnded, head, project.State == ProjectState.Cancelled ? project.Reason : null, PathOf(project, null), moment.By.ActorId, ct);
        }
    }

    internal static string PathOf(Project project, ProjectStep? step) =>
        string.Create(CultureInfo.InvariantCulture, $"/projects/{project.Number}{(step is null ? "" : $"?step={step.Key}")}");

    private async Task<string?> MessageOfAsync(Project project, ProjectStep step, CancellationToken ct)
    {
        var definition = await db.ProcessVersions.AsNoTracking().Where(version => version.Id == project.VersionId).Select(version => version.Definition).SingleAsync(ct);
        if (definition.Find(step.Key)?.Message is not { } message)
        {
            return null;
        }

        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["project"] = project.Title,
            ["customer"] = await db.Customers.AsNoTracking().Where(customer => customer.Id == project.CustomerId).Select(customer => customer.Name).SingleAsync(ct),
            ["step"] = step.Name,
            ["due"] = step.DueAt is { } due ? due.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : "",
            ["lead"] = await db.Users.AsNoTracking().Where(user => user.Id == project.LeadId).Select(user => user.Name).SingleAsync(ct),
        };
        return Guard.Cut(Places.FillLine(message.Body, values), 500);
    }
}
