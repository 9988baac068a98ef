using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>Saved views of a list: the present filter, and those to choose.</summary>
public sealed record SavedViewMenu(string Page, string Query, IReadOnlyList<SavedViewLine> Views)
{
    /// <summary>The view that is open, if one is.</summary>
    public SavedViewLine? Open => Query.Length == 0 ? null : Views.FirstOrDefault(view => Parts(view.Query).SetEquals(Parts(Query)));

    /// <summary>Where the present filter gets a name.</summary>
    public string NewAddress => $"/views/new?page={Uri.EscapeDataString(Page)}&query={Uri.EscapeDataString(Query)}";

    private static HashSet<string> Parts(string query) => query.Split('&').Select(Uri.UnescapeDataString).ToHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// <c>&lt;vc:saved-views page="/content" /&gt;</c>: a menu for any list whose filter is its address. The query is that of the request unless the list says it shorter.
/// </summary>
public sealed class SavedViewsViewComponent(SavedViews views) : ViewComponent
{
    /// <summary>Draws it for the person at hand.</summary>
    /// <param name="page">Path of the list.</param>
    /// <param name="query">Its filter, where the list says it shorter than its address.</param>
    /// <param name="small">Whether it stands among small buttons.</param>
    public async Task<IViewComponentResult> InvokeAsync(string page, string? query = null, bool small = true)
    {
        ViewData["Small"] = small;
        return View(new SavedViewMenu(page, SavedViews.Clean(query ?? Request.QueryString.Value), await views.ListAsync(page, this.Viewer(), HttpContext.RequestAborted)));
    }
}
