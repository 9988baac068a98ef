using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Who decides on a request: whoever asked, and the program.</summary>
internal static class RequestDriving
{
    /// <summary>Refuses everybody else.</summary>
    internal static void MustBeDrivenBy(this ReferenceRequest request, Viewer by)
    {
        if (request.RequesterId != by.UserId)
        {
            by.MustHave(Right.RunProgram);
        }
    }
}
