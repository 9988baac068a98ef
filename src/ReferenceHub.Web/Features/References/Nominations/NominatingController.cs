using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Nominations;

/// <summary>The form with its choices, and what may be the same company already.</summary>
public sealed record NominatingPage(NominationEdit Edit, IReadOnlyList<SelectListItem> Industries, IReadOnlyList<LikelySame> Likely);

/// <summary>Says before saving what a nomination lacks.</summary>
public sealed class NominationEditValidator : AbstractValidator<NominationEdit>
{
    /// <summary>The rules; lengths are the entities'.</summary>
    public NominationEditValidator()
    {
        RuleFor(edit => edit.CompanyName).NotEmpty().WithMessage("Name the company.").MaximumLength(Customer.NameLength).WithMessage($"The name is longer than {Customer.NameLength} characters.");
        RuleFor(edit => edit.Why).NotEmpty().WithMessage("Say in a sentence why it would make a good reference.").MaximumLength(Nomination.WhyLength).WithMessage($"This is longer than {Nomination.WhyLength} characters.");
        RuleFor(edit => edit.Website).MaximumLength(Customer.WebsiteLength).WithMessage($"The website is longer than {Customer.WebsiteLength} characters.");
        RuleFor(edit => edit.ContactName).MaximumLength(Contact.NameLength).WithMessage($"The name is longer than {Contact.NameLength} characters.");
        RuleFor(edit => edit.ContactEmail).MaximumLength(Contact.EmailLength).WithMessage($"The e-mail is longer than {Contact.EmailLength} characters.")
            .Must(MailText.IsAddress).When(edit => !string.IsNullOrWhiteSpace(edit.ContactEmail)).WithMessage("This is no e-mail address.");
    }
}

/// <summary>Nominating a customer, by anybody who is signed in.</summary>
[Route("/references/nominations")]
public sealed class NominatingController(NominationService nominations, LikelySameQueries likely, ReferenceFormQueries forms) : Controller
{
    /// <summary>The form; a company and website may come with the address.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(string? company, string? website, CancellationToken ct) =>
        View(await PageAsync(new NominationEdit { CompanyName = company, Website = website }, ct));

    /// <summary>Nominates.</summary>
    [HttpPost("new")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> New(NominationEdit edit, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return View(await PageAsync(edit, ct));
        }

        var outcome = await nominations.NominateAsync(edit, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View(await PageAsync(edit, ct));
        }

        this.Say($"Thank you. {edit.CompanyName} waits for the program manager; you get a mail when it is decided.");
        return Redirect("/references/nominations?tab=mine");
    }

    /// <summary>While somebody types: what may be the same company, of those whose name they may see.</summary>
    [HttpGet("same")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Same(string? companyName, string? website, CancellationToken ct) =>
        PartialView("_Same", await likely.FindAsync(companyName, website, this.Viewer(), ct));

    private async Task<NominatingPage> PageAsync(NominationEdit edit, CancellationToken ct)
    {
        var terms = (await forms.ChoicesAsync(null, ct)).Terms;
        return new NominatingPage(
            edit,
            [.. terms.Offered(TermKind.Industry).Select(one => new SelectListItem(string.Concat(Enumerable.Repeat("  ", one.Depth)) + one.Term.Name, one.Term.Id.ToString()))],
            await likely.FindAsync(edit.CompanyName, edit.Website, this.Viewer(), ct));
    }
}
