using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Security;

/// <summary>Who is asking.</summary>
public static class Viewers
{
    /// <summary>The session of this request; null for nobody.</summary>
    public static LiveSession? LiveSession(this HttpContext context) => context.Features.Get<LiveSession>();

    /// <summary>The person of this request; pages for nobody must not ask.</summary>
    public static Viewer Viewer(this HttpContext context) =>
        context.LiveSession()?.Viewer ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <inheritdoc cref="Viewer(HttpContext)"/>
    public static Viewer Viewer(this ControllerBase controller) => controller.HttpContext.Viewer();

    /// <inheritdoc cref="Viewer(HttpContext)"/>
    public static Viewer Viewer(this ViewComponent component) => component.HttpContext.Viewer();

    /// <inheritdoc cref="Viewer(HttpContext)"/>
    public static Viewer Viewer(this ViewContext view) => view.HttpContext.Viewer();

    /// <summary>The session of this request.</summary>
    public static LiveSession LiveSession(this ControllerBase controller) =>
        controller.HttpContext.LiveSession() ?? throw new InvalidOperationException("Nobody is signed in.");
}
