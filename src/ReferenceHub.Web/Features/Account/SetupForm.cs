using FluentValidation;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Account;

/// <summary>What the set-up page sends.</summary>
public sealed class SetupForm
{
    public string? Token { get; set; }

    public string? Organisation { get; set; }

    public string ZoneId { get; set; } = "Europe/Berlin";

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }
}

public sealed class SetupFormValidator : AbstractValidator<SetupForm>
{
    public SetupFormValidator()
    {
        RuleFor(form => form.Token).NotEmpty().WithMessage("Paste the token that the log shows.").MaximumLength(100);
        RuleFor(form => form.Organisation).NotEmpty().WithMessage("Type the name of your organisation.").MaximumLength(Organisation.NameLength);
        RuleFor(form => form.ZoneId).Must(Zones.Exists).WithMessage("Choose a time zone.");
        RuleFor(form => form.Name).NotEmpty().WithMessage("Type your name.").MaximumLength(User.NameLength);
        RuleFor(form => form.Email).NotEmpty().EmailAddress().WithMessage("Type an e-mail address.").MaximumLength(User.EmailLength);
        RuleFor(form => form.Password).NotEmpty().WithMessage("Choose a password.").MaximumLength(PasswordRules.Longest);
    }
}
