using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Who decides on a request as a whole: whoever asked, or stands in for them, and the program.</summary>
public static class RequestDriving
{
    /// <summary>Whether this viewer decides on what that requester asks for.</summary>
    public static bool MayDriveFor(this Viewer viewer, Guid requesterId)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.ActsForOne(requesterId) || viewer.Can(Right.RunProgram);
    }

    /// <summary>Refuses everybody else.</summary>
    internal static void MustBeDrivenBy(this ReferenceRequest request, Viewer by)
    {
        if (!by.MayDriveFor(request.RequesterId))
        {
            throw new ForbiddenException("Only the requester and the program decide on this request.");
        }
    }
}
