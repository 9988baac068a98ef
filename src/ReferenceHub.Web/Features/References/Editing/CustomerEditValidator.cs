using FluentValidation;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>Says before saving what the record would refuse.</summary>
public sealed class CustomerEditValidator : AbstractValidator<CustomerEdit>
{
    private const int MostEmployees = 10_000_000;
    private const decimal MostRevenue = 10_000_000m;
    private const int MostEscalations = 999;

    /// <summary>The rules; lengths are the entity's.</summary>
    public CustomerEditValidator(TimeProvider clock)
    {
        RuleFor(edit => edit.Name).NotEmpty().WithMessage("A customer needs a name.").MaximumLength(Customer.NameLength).WithMessage($"The name is longer than {Customer.NameLength} characters.");
        RuleFor(edit => edit.ExternalId).MaximumLength(Customer.ExternalIdLength).WithMessage($"The CRM account is longer than {Customer.ExternalIdLength} characters.");
        RuleFor(edit => edit.City).MaximumLength(Customer.CityLength).WithMessage($"The city is longer than {Customer.CityLength} characters.");
        RuleFor(edit => edit.ParentName).MaximumLength(Customer.NameLength).WithMessage($"The parent company is longer than {Customer.NameLength} characters.");
        RuleFor(edit => edit.Website).MaximumLength(Customer.WebsiteLength).WithMessage($"The web address is longer than {Customer.WebsiteLength} characters.")
            .Must(BeWebAddress).WithMessage("A web address starts with http:// or https://.");
        RuleFor(edit => edit.Story).MaximumLength(Customer.StoryLength).WithMessage($"This is longer than {Customer.StoryLength} characters.");
        RuleFor(edit => edit.Notes).MaximumLength(Customer.StoryLength).WithMessage($"The notes are longer than {Customer.StoryLength} characters.");
        RuleFor(edit => edit.Employees).InclusiveBetween(0, MostEmployees).WithMessage("Staff is a number from 0 to 10 million.");
        RuleFor(edit => edit.RevenueMillions).InclusiveBetween(0, MostRevenue).WithMessage("Revenue is in millions, from 0 to 10,000,000.");
        RuleFor(edit => edit.Founded).InclusiveBetween(1000, clock.GetUtcNow().Year).WithMessage("The year of foundation is between 1000 and this year.");
        RuleFor(edit => edit.Health).InclusiveBetween(0, 100).WithMessage("Health is a score from 0 to 100.");
        RuleFor(edit => edit.Nps).InclusiveBetween(0, 10).WithMessage("The promoter score is from 0 to 10.");
        RuleFor(edit => edit.OpenEscalations).InclusiveBetween(0, MostEscalations).WithMessage("Open escalations are a number from 0 to 999.");
        RuleFor(edit => edit.Tier).IsInEnum().WithMessage("Choose one of the tiers.");
    }

    private static bool BeWebAddress(string? address) =>
        string.IsNullOrWhiteSpace(address) || (Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
