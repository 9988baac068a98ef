using FluentValidation;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Contacts;

/// <summary>Says before saving what the record would refuse.</summary>
public sealed class ContactEditValidator : AbstractValidator<ContactEdit>
{
    /// <summary>The rules; lengths are the entity's.</summary>
    public ContactEditValidator()
    {
        RuleFor(edit => edit.Name).NotEmpty().WithMessage("A contact needs a name.").MaximumLength(Contact.NameLength).WithMessage($"The name is longer than {Contact.NameLength} characters.");
        RuleFor(edit => edit.JobTitle).MaximumLength(Contact.JobTitleLength).WithMessage($"The job title is longer than {Contact.JobTitleLength} characters.");
        RuleFor(edit => edit.Email).MaximumLength(Contact.EmailLength).WithMessage($"The e-mail address is longer than {Contact.EmailLength} characters.")
            .Must(MailText.IsAddress).When(edit => !string.IsNullOrWhiteSpace(edit.Email)).WithMessage("This is not an e-mail address.");
        RuleFor(edit => edit.Phone).MaximumLength(Contact.PhoneLength).WithMessage($"The phone number is longer than {Contact.PhoneLength} characters.");
        RuleFor(edit => edit.Wishes).MaximumLength(Contact.WishesLength).WithMessage($"The wishes are longer than {Contact.WishesLength} characters.");
        RuleFor(edit => edit.MinutesPerQuarter).InclusiveBetween(0, Contact.MostMinutes).WithMessage("Minutes are a number from 0 to 10,000.");
        RuleFor(edit => edit.UsesPerQuarter).InclusiveBetween(0, Contact.MostUses).WithMessage("Uses are a number from 0 to 1,000.");
        RuleFor(edit => edit.ZoneId).Must(zone => string.IsNullOrWhiteSpace(zone) || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).WithMessage("Choose a time zone from the list.");
        RuleForEach(edit => edit.Willing).IsInEnum().WithMessage("Choose from the list.");
        RuleForEach(edit => edit.Topics).MaximumLength(Term.KeyLength).WithMessage("Choose use cases from the list.");
        RuleForEach(edit => edit.Languages).MaximumLength(Term.KeyLength).WithMessage("Choose languages from the list.");
    }
}
