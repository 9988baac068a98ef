using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Asking for a reference: the form, prefilled from a search or a deal, and sending it.</summary>
[Route("requests/new")]
[RequiresRight(Right.AskForReference)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class NewRequestController(RequestFormPages pages, RequestDrafting drafting, IIds ids) : Controller
{
    /// <summary>
    /// Criteria come as in the address of the reference search; <c>q</c> fills the description, or <c>said</c>, the words they were read from; <c>customer</c> names whom the
    /// requester would like. Rows ticked there come as <c>id</c>, with the search they were found by in <c>search</c>.
    /// </summary>
    [HttpGet("")]
    public async Task<IActionResult> New(string? type, Guid? opportunity, Guid[] customer, Guid[] id, string? search, string? said, CancellationToken ct)
    {
        var found = QueryHelpers.ParseQuery(search);
        type ??= found.GetValueOrDefault(nameof(type));
        said ??= found.GetValueOrDefault(nameof(said));
        var asked = Criteria.From(Request.Query.Concat(found).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
        var form = new RequestForm
        {
            FormId = ids.Next(),
            ActivityKey = type,
            OpportunityId = opportunity,
            Preferred = [.. customer.Concat(id).Distinct().Take(ReferenceRequest.MostPreferred)],
            Text = asked.Text.Length > 0 ? asked.Text : null,
            Criteria = asked.WithText(null).ToQuery(),
        };
        if (!string.IsNullOrWhiteSpace(said))
        {
            await pages.CarryWordsAsync(form, said, this.Viewer(), ct);
        }

        form.CarryDay(Criteria.None, asked);
        await pages.ReadWordsAsync(form, this.Viewer(), ct);
        return View("Form", await pages.ReadAsync(form, this.Viewer(), null, ct));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(RequestForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        await pages.ReadWordsAsync(form, this.Viewer(), ct);
        if (form.Find is not null)
        {
            ModelState.Clear();
            return View("Form", await pages.ReadAsync(form, this.Viewer(), null, ct));
        }

        if (ModelState.IsValid)
        {
            var sent = await drafting.SubmitAsync(form.ToSend(), this.Viewer(), ct);
            if (sent.IsDone)
            {
                if (form.For is { } person && person != this.Viewer().UserId)
                {
                    this.Say("Sent for your colleague, who is told. You follow it here.");
                    return LocalRedirect($"/requests/{sent.Value}");
                }

                this.Say(form.DayIsCarried ? $"Sent; needed by {Words.Day(form.NeededBy!.Value)}, as you wrote. You see every step here." : "Sent. You see every step here.");
                return LocalRedirect($"/requests/{sent.Value}");
            }

            ModelState.AddModelError(sent.Field ?? "", sent.Refusal!);
        }

        // Whoever sent an empty form hears at once of all that it lacks.
        foreach (var lack in SendWarnings.Lacking(form.ToNeed()).Where(lack => ModelState.GetFieldValidationState(lack.Field!) != ModelValidationState.Invalid))
        {
            ModelState.AddModelError(lack.Field!, lack.Refusal!);
        }

        // The box shows what was typed into it unless that is taken away.
        if (form.DayIsCarried)
        {
            ModelState.Remove(nameof(form.NeededBy));
        }

        if (form.Redraw)
        {
            foreach (var field in new[] { nameof(form.ProspectIndustry), nameof(form.ProspectRegion), nameof(form.ProspectStaff) })
            {
                ModelState.Remove(field);
            }
        }

        var page = View("Form", (await pages.ReadAsync(form, this.Viewer(), null, ct)).NotSent());
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
