using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Processes;

/// <summary>Who sees which versions of processes.</summary>
public static class ProcessVisibility
{
    /// <summary>Whoever writes processes sees drafts too; everybody else what has a start day.</summary>
    public static IQueryable<ProcessVersion> VisibleTo(this IQueryable<ProcessVersion> versions, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.ManageProcesses) ? versions : versions.Where(version => version.StartsOn != null);
    }
}
