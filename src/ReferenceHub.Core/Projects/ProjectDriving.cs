using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>Who may do what with a project; the guard of actions and buttons.</summary>
public static class ProjectDriving
{
    /// <summary>Whether somebody may drive it whole: its lead, whoever stands in for them, and marketing and program.</summary>
    public static bool MayDrive(this Viewer viewer, Project project)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(project);
        return viewer.Grant is null && (viewer.Can(Right.RunProjects) || viewer.ActsFor.Contains(project.LeadId));
    }

    /// <summary>Whether somebody may do a step: who drives the project, who holds the step, and the customer's owner at the owner's gate.</summary>
    public static bool MayWorkOn(this Viewer viewer, Project project, ProjectStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return viewer.MayDrive(project)
            || (viewer.Grant is null && step.HolderKind == HolderKind.User && viewer.ActsFor.Contains(step.HolderId!.Value))
            || (viewer.Grant is null && step.Gate == StepGate.Owner && project.Customer?.OwnerId is { } owner && viewer.ActsFor.Contains(owner));
    }

    internal static void MustDrive(this Viewer viewer, Project project)
    {
        if (!viewer.MayDrive(project))
        {
            throw new ForbiddenException("Only who leads this project, marketing and the program change it.");
        }
    }

    internal static void MustWorkOn(this Viewer viewer, Project project, ProjectStep step)
    {
        if (!viewer.MayWorkOn(project, step))
        {
            throw new ForbiddenException($"“{step.Name}” is done by who holds it, by who leads the project, marketing and the program.");
        }
    }
}
