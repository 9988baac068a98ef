using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>What the picker of a deal shows; hits are null unless words were looked for.</summary>
public sealed record OpportunityPicker(string Name, Guid? Value, string Text, IReadOnlyList<OpportunityOption>? Hits, IReadOnlyList<OpportunityOption> Options, string? Error, bool Required);

/// <summary>
/// Chooses an open deal in a form: a box with the hits below it while one types, and a select that holds the choice. Without script the
/// button "Find" submits the form with `find=opportunity`, and what was typed is in `opportunityQuery`; a hit submits it with its key in `find`.
/// </summary>
public sealed class OpportunityPickerViewComponent(OpportunityQueries deals) : ViewComponent
{
    /// <summary>Draws it for the person at hand.</summary>
    public async Task<IViewComponentResult> InvokeAsync(string name, Guid? value = null, bool optional = false)
    {
        var (viewer, stop) = (this.Viewer(), HttpContext.RequestAborted);
        var text = Sent("opportunityQuery").Trim();
        var picked = await deals.PickedAsync(Sent("find"), text, viewer, stop);
        var words = picked is null ? text : "";
        var hits = words.Length == 0 ? null : await deals.OptionsAsync(words, null, viewer, stop);
        var options = await deals.OptionsAsync(null, picked ?? value, viewer, stop);
        var error = picked is null && ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        return View(new OpportunityPicker(name, picked ?? value, words, hits, options, error, !optional));
    }

    private string Sent(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : Request.Query[field].ToString();
}
