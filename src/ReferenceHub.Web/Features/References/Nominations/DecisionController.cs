using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Nominations;

/// <summary>What the forms of a decision send.</summary>
public sealed class DecisionForm
{
    /// <summary>The record that is meant; none makes a new customer.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>Who looks after a new customer.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>A new one is made although the name is known.</summary>
    public bool SameNameIsFine { get; set; }

    /// <summary>What the nominator is told with a yes.</summary>
    public string? Note { get; set; }

    /// <summary>Why it is refused.</summary>
    public string? Reason { get; set; }
}

/// <summary>Says before deciding what is too long.</summary>
public sealed class DecisionFormValidator : AbstractValidator<DecisionForm>
{
    /// <summary>The rules.</summary>
    public DecisionFormValidator()
    {
        RuleFor(form => form.Note).MaximumLength(Nomination.WhyLength).WithMessage($"The note is longer than {Nomination.WhyLength} characters.");
        RuleFor(form => form.Reason).MaximumLength(Nomination.WhyLength).WithMessage($"The reason is longer than {Nomination.WhyLength} characters.");
    }
}

/// <summary>A nomination with its decision.</summary>
public sealed record DecisionPage(NominationDetail Nomination, DecisionForm Form, IReadOnlyList<SelectListItem> Owners);

/// <summary>One nomination, decided by the program manager.</summary>
[Route("/references/nominations/{id:guid}")]
[RequiresRight(Right.DecideNominations)]
public sealed class DecisionController(NominationQueries queries, NominationService nominations, ReferenceFormQueries forms) : Controller
{
    /// <summary>The nomination.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct) => View(await PageAsync(id, null, ct));

    /// <summary>Takes it up.</summary>
    [HttpPost("acceptance")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Accept(Guid id, DecisionForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return View("Show", await PageAsync(id, form, ct));
        }

        var outcome = await nominations.AcceptAsync(id, new NominationAcceptance(form.CustomerId, form.OwnerId, form.Note, form.SameNameIsFine), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View("Show", await PageAsync(id, form, ct));
        }

        this.Say("Accepted. The owner has a follow-up to invite them, the nominator gets a mail.");
        return Redirect($"/references/{outcome.Value}");
    }

    /// <summary>Refuses it.</summary>
    [HttpPost("refusal")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Refuse(Guid id, DecisionForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return View("Show", await PageAsync(id, form, ct));
        }

        var outcome = await nominations.RefuseAsync(id, form.Reason, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View("Show", await PageAsync(id, form, ct));
        }

        this.Say("Refused. The nominator gets a mail with the reason.");
        return Redirect("/references/nominations");
    }

    private async Task<DecisionPage> PageAsync(Guid id, DecisionForm? form, CancellationToken ct)
    {
        var nomination = await queries.ReadAsync(id, this.Viewer(), ct);
        var owners = (await forms.ChoicesAsync(null, ct)).Owners;
        var same = nomination.Likely.FirstOrDefault(one => one.By is SameBy.Website or SameBy.Name);
        return new DecisionPage(nomination, form ?? new DecisionForm { CustomerId = same?.CustomerId }, [.. owners.Select(owner => new SelectListItem(owner.Name, owner.Id.ToString()))]);
    }
}
