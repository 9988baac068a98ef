using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>A list that the menu offers: what it holds, and its addresses by format.</summary>
public sealed record ExportChoice(string Title, string Note, string Csv, string Xlsx);

/// <summary>
/// The menu "Export" of a list: it says what leaves, in which form, and is not there for those who may export nothing of it. The query is the
/// list's own, so that what is exported is what is shown.
/// </summary>
public sealed class ExportMenuViewComponent(ExportRights rights) : ViewComponent
{
    /// <summary>Draws it; the list is one of references, requests, queue, opportunities, ledger, problems, verification, content, nominations, unmet.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="total">Rows of it as filtered.</param>
    /// <param name="query">What filters it, as in the address of the page.</param>
    /// <param name="path">The page's own path, where the list's name does not say it.</param>
    /// <param name="own">Whether it holds the viewer's own records only.</param>
    /// <param name="small">Whether it stands among small buttons.</param>
    public async Task<IViewComponentResult> InvokeAsync(string list, int total, string? query = null, string? path = null, bool own = false, bool small = false)
    {
        ArgumentNullException.ThrowIfNull(list);
        ViewData["Small"] = small;
        var lists = total == 0 ? [] : await ListsAsync(list, total, path, query ?? "", own);
        return lists.Count == 0 ? Content("") : View(lists);
    }

    private async Task<List<ExportChoice>> ListsAsync(string list, int total, string? path, string query, bool own)
    {
        var viewer = this.Viewer();
        var whole = Rows(total);
        switch (list)
        {
            case "references":
                var reach = await rights.OfReferencesAsync(own, viewer, HttpContext.RequestAborted);
                if (!reach.Any)
                {
                    return [];
                }

                if (!reach.InFull)
                {
                    return [Choice("References as listed", reach.Most < total ? $"the first {Words.Number(reach.Most!.Value)} of {Words.Number(total)}, without contacts" : $"{whole}, without contacts", "/references/export")];
                }

                return
                [
                    Choice("References", $"{whole}, every field", "/references/export"),
                    Choice("Their contacts", "with e-mail and phone", "/references/contacts/export"),
                    Choice("Their product uses", "", "/references/product-uses/export"),
                    Choice("Their permissions", "", "/references/permissions/export"),
                    Choice("Their past uses", "", "/references/past-uses/export"),
                ];
            case "requests":
                return own || (await rights.OfOwnRequestsAsync(viewer, HttpContext.RequestAborted)).Any ? [Choice(own ? "Asks for my customers" : "These requests", whole, "/requests/export")] : [];
            case "nominations":
                return own ? (await rights.OfOwnRequestsAsync(viewer, HttpContext.RequestAborted)).Any ? [Choice("My nominations", whole, "/references/nominations/export")] : []
                    : viewer.Can(Right.DecideNominations) ? [Choice("These nominations", whole, "/references/nominations/export")] : [];
            case "verification":
                return ExportRights.OfVerification(viewer).Any ? [Choice("These records", whole, "/references/verification/export")] : [];
            case "ledger" or "problems":
                return [Choice(list == "ledger" ? "The whole ledger" : "All errors", whole, path + "/export")];
            default:
                return ExportRights.OfOthers(viewer).Any ? [Choice(list switch { "queue" => "These requests", "opportunities" => "These deals", "unmet" => "This unmet demand", _ => "This list" }, whole, (path ?? Paths[list]) + "/export")] : [];
        }

        ExportChoice Choice(string title, string note, string address)
        {
            var addressed = QueryHelpers.AddQueryString(address, QueryHelpers.ParseQuery(query).Where(pair => pair.Key is not ("page" or "after" or "selected")));
            return new ExportChoice(title, note, QueryHelpers.AddQueryString(addressed, "format", "csv"), QueryHelpers.AddQueryString(addressed, "format", "xlsx"));
        }
    }

    private static Dictionary<string, string> Paths { get; } = new(StringComparer.Ordinal)
    {
        ["queue"] = "/requests/queue", ["opportunities"] = "/opportunities", ["content"] = "/content", ["unmet"] = "/references/unmet",
    };

    private static string Rows(int total) => Words.Count(total, "row");
}
