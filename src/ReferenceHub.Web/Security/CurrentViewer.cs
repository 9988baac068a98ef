using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Security;

/// <summary>The person behind a request, put there by the session check.</summary>
public static class CurrentViewer
{
    private static readonly object Place = new();

    /// <summary>The person, or null when nobody is signed in.</summary>
    public static Viewer? ViewerOrNull(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[Place] as Viewer;
    }

    /// <summary>Says whose request this is.</summary>
    public static void SetViewer(this HttpContext context, Viewer? viewer)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[Place] = viewer;
    }

    /// <summary>The person a controller acts for; only behind a check that somebody is signed in.</summary>
    public static Viewer Viewer(this ControllerBase controller)
    {
        ArgumentNullException.ThrowIfNull(controller);
        return controller.HttpContext.ViewerOrNull() ?? throw new InvalidOperationException("Nobody is signed in here.");
    }
}
