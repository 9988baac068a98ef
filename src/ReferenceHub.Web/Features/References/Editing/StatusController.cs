using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>What the status form sends.</summary>
public sealed class StatusForm
{
    /// <summary>The status to move to.</summary>
    public ReferenceStatus Status { get; set; }

    /// <summary>Last day of a pause.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Why; not for sales.</summary>
    public string? Reason { get; set; }

    /// <summary>The customer's name, for the heading.</summary>
    public string? Name { get; set; }
}

/// <summary>Says before saving what the record would refuse.</summary>
public sealed class StatusFormValidator : AbstractValidator<StatusForm>
{
    /// <summary>The rules.</summary>
    public StatusFormValidator()
    {
        RuleFor(form => form.Status).IsInEnum().WithMessage("Choose one of the statuses.");
        RuleFor(form => form.Reason).MaximumLength(Customer.StoryLength).WithMessage($"The reason is longer than {Customer.StoryLength} characters.");
    }
}

/// <summary>Moves a customer between candidate, active, paused, retired and do not use.</summary>
[Route("/references/{id:guid}/status")]
public sealed class StatusController(CustomerStatusService statuses, CustomerService customers, ReferenceProfileQueries profiles) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        await customers.ReadAsync(id, this.Viewer(), ct);
        var profile = await profiles.ReadAsync(id, this.Viewer(), ct);
        return View(new StatusForm { Status = profile.Status, Until = profile.PausedUntil, Reason = profile.Secrets?.StatusReason, Name = profile.Name });
    }

    /// <summary>Moves it.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, StatusForm form, CancellationToken ct)
    {
        var (_, _, name) = await customers.ReadAsync(id, this.Viewer(), ct);
        form.Name = name;
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var outcome = await statuses.MoveAsync(id, form.Status, form.Until, form.Reason, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View(form);
        }

        this.Say($"{name} is {form.Status.InWords()} now.");
        return Redirect($"/references/{id}");
    }
}
