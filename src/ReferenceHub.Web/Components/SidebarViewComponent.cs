using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>One entry of the sidebar.</summary>
public sealed record NavEntry(string Key, string Text, string Icon, string Href, bool Here, int Count);

/// <summary>A group of entries under a word; the first has none.</summary>
public sealed record NavGroup(string? Title, IReadOnlyList<NavEntry> Entries);

/// <summary>The sidebar: what this person's roles can use, with what waits for them there.</summary>
public sealed class SidebarViewComponent(IEnumerable<INavCounter> counters, OrganisationCache organisations) : ViewComponent
{
    /// <summary>Draws it for the person at hand.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (HttpContext.ViewerOrNull() is not { } viewer)
        {
            return Content("");
        }

        var organisation = await organisations.GetAsync(HttpContext.RequestAborted);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var counter in counters)
        {
            counts[counter.Entry] = await counter.CountAsync(viewer, HttpContext.RequestAborted);
        }

        var groups = Navigation.For(viewer).ToList();
        var here = groups.SelectMany(group => group.Entries).Where(IsHere).MaxBy(entry => entry.Href.Length);
        var starts = HttpContext.LiveSession()?.Starts;
        return View(groups
            .Select(group => new NavGroup(group.Title, [.. group.Entries.Where(entry => Navigation.ModuleOf(entry.Key) is not { } module || organisation.Has(module)).Select(entry => entry with { Href = starts?.GetValueOrDefault(entry.Href) is { } query ? $"{entry.Href}?{query}" : entry.Href, Here = entry.Key == here?.Key, Count = counts.GetValueOrDefault(entry.Key) })]))
            .Where(group => group.Entries.Count > 0)
            .ToList());
    }

    // A request belongs to the queue for whoever works through it; only the list and the form are one's own.
    private bool IsHere(NavEntry entry) =>
        entry.Href == "/" ? HttpContext.Request.Path == "/"
        : entry.Key == "queue" && HttpContext.Request.Path.StartsWithSegments("/requests", out var rest) ? rest.HasValue && !rest.StartsWithSegments("/new")
        : HttpContext.Request.Path.StartsWithSegments(entry.Href, StringComparison.OrdinalIgnoreCase);
}
