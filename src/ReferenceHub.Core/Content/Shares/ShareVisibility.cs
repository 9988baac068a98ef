using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Who sees which shares.</summary>
public static class ShareVisibility
{
    /// <summary>One's own shares; all of them for those who manage content.</summary>
    public static IQueryable<ContentShare> VisibleTo(this IQueryable<ContentShare> shares, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (viewer.Can(Right.ManageContent))
        {
            return shares;
        }

        var me = viewer.UserId;
        return shares.Where(share => share.CreatedById == me);
    }
}
