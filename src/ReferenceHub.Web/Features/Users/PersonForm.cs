using FluentValidation;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Users;

/// <summary>Inviting or changing a person.</summary>
public class PersonForm
{
    public string? Name { get; set; }

    public List<string> Roles { get; set; } = [];

    public Guid? TeamId { get; set; }

    public int Version { get; set; }

    public PersonFacts Facts() => new(Name!, RoleWords.Parse(Roles), TeamId);
}

/// <summary>Inviting a person.</summary>
public sealed class InvitationForm : PersonForm
{
    public string? Email { get; set; }
}

public sealed class PersonFormValidator : AbstractValidator<PersonForm>
{
    public PersonFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Type a name.").MaximumLength(User.NameLength);
        RuleFor(form => form.Roles).Must(roles => RoleWords.Parse(roles) != Core.People.Roles.None).WithMessage("Choose at least one role.");
    }
}

public sealed class InvitationFormValidator : AbstractValidator<InvitationForm>
{
    public InvitationFormValidator()
    {
        Include(new PersonFormValidator());
        RuleFor(form => form.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Type an e-mail address.")
            .MaximumLength(User.EmailLength)
            .Must(email => System.Net.Mail.MailAddress.TryCreate(email, out var address) && address.Address == email!.Trim()).WithMessage("Type an e-mail address such as ada@example.com.");
    }
}
