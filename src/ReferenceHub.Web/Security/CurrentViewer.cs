using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Security;

/// <summary>Who looks at a page that nobody need be signed in for.</summary>
public static class CurrentViewer
{
    /// <summary>The person, or null when nobody is signed in.</summary>
    public static Viewer? ViewerOrNull(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<LiveSession>()?.Viewer;
    }
}
