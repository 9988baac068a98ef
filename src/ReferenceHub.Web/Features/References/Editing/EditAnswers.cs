using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>What a form answers when it was not saved.</summary>
public static class EditAnswers
{
    /// <summary>The form again, with what to choose or correct; nothing typed is lost.</summary>
    public static IActionResult Again<T, TPage>(this Controller controller, EditOutcome<T> outcome, TPage page, Func<TPage, EditClash<T>, TPage> met)
        where TPage : class
    {
        ArgumentNullException.ThrowIfNull(controller);
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Clash is not { } clash)
        {
            controller.ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal ?? "");
            return controller.View(page);
        }

        controller.ModelState.Clear();
        controller.ModelState.AddModelError("", outcome.Refusal ?? "");
        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        return controller.View(met(page, clash));
    }
}
