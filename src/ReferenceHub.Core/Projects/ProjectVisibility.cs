using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Projects;

/// <summary>Who may see which projects; the guard of every list, page and command.</summary>
public static class ProjectVisibility
{
    /// <summary>All by right; else those that one leads or holds a step of, and those about customers of one's own or of whom one stands in for. Behind a link none: links open steps.</summary>
    public static IQueryable<Project> VisibleTo(this IQueryable<Project> projects, Viewer viewer, ReferenceHubDbContext db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        if (viewer.Grant is not null)
        {
            return projects.Where(_ => false);
        }

        if (viewer.Can(Right.SeeAllProjects))
        {
            return projects;
        }

        var (me, owners) = (viewer.UserId, viewer.ActsFor);
        return projects.Where(project => owners.Contains(project.LeadId)
            || owners.Contains(project.Customer!.OwnerId!.Value)
            || project.Steps.Any(step => step.HolderKind == HolderKind.User && owners.Contains(step.HolderId!.Value))
            || project.Cast.Any(member => member.HolderKind == HolderKind.User && member.HolderId == me));
    }
}
