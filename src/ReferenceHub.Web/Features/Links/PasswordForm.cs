using FluentValidation;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Links;

/// <summary>What the page behind an invitation or a reset sends.</summary>
public sealed class PasswordForm
{
    public string? Password { get; set; }
}

public sealed class PasswordFormValidator : AbstractValidator<PasswordForm>
{
    public PasswordFormValidator() =>
        RuleFor(form => form.Password).NotEmpty().WithMessage("Choose a password.").MaximumLength(PasswordRules.Longest);
}
