using Microsoft.AspNetCore.Mvc.Rendering;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Time zones to choose from, by IANA name.</summary>
public static class ZoneChoices
{
    /// <summary>Options of a select.</summary>
    public static IEnumerable<SelectListItem> Items(string? chosen) =>
        Core.People.Zones.All.Select(name => new SelectListItem(name.Replace('_', ' '), name, name == chosen));
}
