using FluentValidation;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Account;

/// <summary>What a person says of themselves.</summary>
public sealed class ProfileForm
{
    public string? Name { get; set; }

    public string? ZoneId { get; set; }
}

public sealed class ProfileFormValidator : AbstractValidator<ProfileForm>
{
    public ProfileFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Type your name.").MaximumLength(User.NameLength);
        RuleFor(form => form.ZoneId).Must(zone => string.IsNullOrEmpty(zone) || Zones.Exists(zone)).WithMessage("Choose a time zone from the list.");
    }
}

/// <summary>Changing one's own password.</summary>
public sealed class ChangePasswordForm
{
    public string? Present { get; set; }

    public string? Password { get; set; }
}

public sealed class ChangePasswordFormValidator : AbstractValidator<ChangePasswordForm>
{
    public ChangePasswordFormValidator()
    {
        RuleFor(form => form.Present).NotEmpty().WithMessage("Type your present password.").MaximumLength(PasswordRules.Longest * 2);
        RuleFor(form => form.Password).NotEmpty().WithMessage("Choose a new password.").MaximumLength(PasswordRules.Longest);
    }
}
