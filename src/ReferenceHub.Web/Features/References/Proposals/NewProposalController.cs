using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Editing;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Proposals;

/// <summary>What goes with a proposal.</summary>
public sealed class ProposalForm
{
    /// <summary>Why the record should change.</summary>
    public string? Comment { get; set; }
}

/// <summary>Says before sending what the proposal would refuse.</summary>
public sealed class ProposalFormValidator : AbstractValidator<ProposalForm>
{
    /// <summary>The rules.</summary>
    public ProposalFormValidator() =>
        RuleFor(form => form.Comment).MaximumLength(ChangeProposal.CommentLength).WithMessage($"The comment is longer than {ChangeProposal.CommentLength} characters.");
}

/// <summary>The form of a proposal: the customer's own, without what is secret or the program's, and a comment.</summary>
public sealed record NewProposalPage(CustomerEditPage Page, ProposalForm Form);

/// <summary>Proposes a change of a record that one may see but not edit.</summary>
[Route("/references/{id:guid}/proposals/new")]
public sealed class NewProposalController(ProposalService proposals, ReferenceFormQueries forms) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var (edit, version, name) = await proposals.ReadAsync(id, this.Viewer(), ct);
        return View(await PageAsync(id, name, edit, EditTrail.Of(edit, version), new ProposalForm(), ct));
    }

    /// <summary>Sends it.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, CustomerEdit edit, EditTrail trail, ProposalForm form, CancellationToken ct)
    {
        var (_, _, name) = await proposals.ReadAsync(id, this.Viewer(), ct);
        if (!ModelState.IsValid)
        {
            return View(await PageAsync(id, name, edit, trail, form, ct));
        }

        var outcome = await proposals.ProposeAsync(id, edit, trail.ToMark<CustomerEdit>().Was, form.Comment, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View(await PageAsync(id, name, edit, trail, form, ct));
        }

        this.Say("Sent. The owner and the program manager answer it; you get a mail.");
        return Redirect($"/references/proposals/{outcome.Value}");
    }

    private async Task<NewProposalPage> PageAsync(Guid id, string name, CustomerEdit edit, EditTrail trail, ProposalForm form, CancellationToken ct) =>
        new(new CustomerEditPage(id, name, edit, trail, await forms.ChoicesAsync(null, ct), MayGovern: false) { IsProposal = true }, form);
}
