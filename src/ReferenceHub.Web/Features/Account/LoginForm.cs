using FluentValidation;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Account;

/// <summary>What the sign-in page sends.</summary>
public sealed class LoginForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }
}

public sealed class LoginFormValidator : AbstractValidator<LoginForm>
{
    public LoginFormValidator()
    {
        RuleFor(form => form.Email).NotEmpty().WithMessage("Type your e-mail address.").MaximumLength(User.EmailLength);
        RuleFor(form => form.Password).NotEmpty().WithMessage("Type your password.").MaximumLength(PasswordRules.Longest * 2);
    }
}
