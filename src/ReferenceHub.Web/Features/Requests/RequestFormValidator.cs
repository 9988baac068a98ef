using FluentValidation;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Lengths and forms; whether a request may be sent is the domain's matter.</summary>
public sealed class RequestFormValidator : AbstractValidator<RequestForm>
{
    public RequestFormValidator()
    {
        RuleFor(form => form.ActivityKey).NotEmpty().WithMessage("Choose what you need.").MaximumLength(40);
        RuleFor(form => form.Text).Short("The description", ReferenceRequest.TextLength);
        RuleFor(form => form.Criteria).Short("The criteria", ReferenceRequest.CriteriaLength);
        RuleFor(form => form.Dropped).Short("The criteria", ReferenceRequest.CriteriaLength);
        RuleFor(form => form.Relax).Short("The criteria", ReferenceRequest.CriteriaLength);
        RuleFor(form => form.Wanted).NotNull().WithMessage("Say how many references you need.").InclusiveBetween(1, ReferenceRequest.MostWanted).WithMessage($"Ask for 1 to {ReferenceRequest.MostWanted} references.");
        RuleFor(form => form.WantToKnow).Short("What the prospect wants to know", ReferenceRequest.TextLength);
        RuleFor(form => form.ProspectName).Short("The prospect's name", ReferenceRequest.NameLength);
        RuleFor(form => form.ProspectContact).Short("The caller's name", ReferenceRequest.NameLength);
        RuleFor(form => form.ProspectEmail).Short("The e-mail address", OutboxMessage.AddressLength).Must(mail => string.IsNullOrWhiteSpace(mail) || MailText.IsAddress(mail)).WithMessage("This is no e-mail address, as henrik.sand@northwind.example.");
        RuleFor(form => form.ProspectStaff).InclusiveBetween(0, 10_000_000).WithMessage("Staff are 0 to 10 million.");
        RuleFor(form => form.Requirements).Short("The list of requirements", ReferenceRequest.RequirementsLength);
        RuleFor(form => form.ContentTried).Short("The content that was tried", ReferenceRequest.ReasonLength);
        RuleFor(form => form.Sponsor).Short("The sponsor", ReferenceRequest.NameLength);
        RuleFor(form => form.Language).Must(language => string.IsNullOrEmpty(language) || (language.Length <= 10 && language.All(char.IsAsciiLetterLower))).WithMessage("Choose a language.");
        RuleFor(form => form.ZoneId).Must(zone => string.IsNullOrEmpty(zone) || Zones.Exists(zone)).WithMessage("Choose a time zone.");
    }
}
