using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Permissions;

/// <summary>Regions and countries to tick, countries after their region; a chosen one that is retired stays.</summary>
public static class RegionChoices
{
    /// <summary>The choices, by key.</summary>
    public static IReadOnlyList<SelectListItem> Of(TermBook terms, IReadOnlyCollection<string> chosen)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(chosen);
        var offered = terms.Offered(TermKind.Region).ToList();
        var retired = chosen.Where(key => offered.TrueForAll(one => one.Term.Key != key));
        return
        [
            .. offered.Select(one => new SelectListItem(one.Depth == 0 ? $"All of {one.Term.Name}" : one.Term.Name, one.Term.Key) { Group = Group(terms.RootName(one.Term.Id) ?? "") }),
            .. retired.Select(key => new SelectListItem(terms.Region(key), key) { Group = Group("No longer offered") }),
        ];
    }

    private static SelectListGroup Group(string name) => new() { Name = name };
}
