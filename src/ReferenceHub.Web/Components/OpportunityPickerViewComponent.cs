using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>What the picker of a deal shows.</summary>
public sealed record OpportunityPicker(string Name, Guid? Value, string? Text, IReadOnlyList<OpportunityOption> Options, string? Error, bool Required);

/// <summary>
/// Chooses an open deal in a form: a search box and a select, refreshed while one types. Without script the button "Find"
/// submits the form with `find=opportunity`, and what was typed is in `opportunityQuery`.
/// </summary>
public sealed class OpportunityPickerViewComponent(OpportunityQueries deals) : ViewComponent
{
    /// <summary>Draws it for the person at hand.</summary>
    public async Task<IViewComponentResult> InvokeAsync(string name, Guid? value = null, bool optional = false)
    {
        var text = Request.HasFormContentType ? Request.Form["opportunityQuery"].ToString() : Request.Query["opportunityQuery"].ToString();
        var options = await deals.OptionsAsync(text, value, this.Viewer(), HttpContext.RequestAborted);
        var error = ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        return View(new OpportunityPicker(name, value, text, options, error, !optional));
    }
}
