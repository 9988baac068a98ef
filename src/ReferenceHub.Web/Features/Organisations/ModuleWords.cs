using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Organisations;

/// <summary>Parts of the product as people read them.</summary>
public static class ModuleWords
{
    private static readonly Dictionary<Modules, string> Words = new()
    {
        [Modules.Usage] = "Usage: load calendar and limits pages (limits hold all the same)",
        [Modules.Metrics] = "Metrics: dashboards",
        [Modules.Opportunities] = "Opportunities: list of deals",
        [Modules.Today] = "Today: follow-ups and logged actions",
    };

    /// <summary>Each part.</summary>
    public static IEnumerable<Modules> All => Words.Keys;

    /// <summary>Options to tick.</summary>
    public static IEnumerable<SelectListItem> Choices() => Words.Select(pair => new SelectListItem(pair.Value, pair.Key.ToString()));

    /// <summary>The boxes of those switched on.</summary>
    public static List<string> Names(Modules on) => [.. All.Where(module => on.HasFlag(module)).Select(module => module.ToString())];
}
