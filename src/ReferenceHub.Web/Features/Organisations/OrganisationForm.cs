using FluentValidation;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Organisations;

/// <summary>What the organisation page sends.</summary>
public sealed class OrganisationForm
{
    public string? Name { get; set; }

    public string? ZoneId { get; set; }

    public string? Currency { get; set; }

    public int FiscalYearStart { get; set; } = 1;

    public int VerifyEveryDays { get; set; } = Organisation.UsualVerifyDays;

    public bool RepsMayExport { get; set; }

    public int RepExportMost { get; set; } = Organisation.UsualRepExport;

    public List<string> Modules { get; set; } = [];

    public int Version { get; set; }

    public OrganisationFacts Facts() => new(
        Name!,
        ZoneId!,
        Currency!.Trim().ToUpperInvariant(),
        FiscalYearStart,
        ModuleWords.All.Where(module => Modules.Contains(module.ToString(), StringComparer.Ordinal)).Aggregate(Core.People.Modules.None, (all, one) => all | one),
        VerifyEveryDays,
        RepsMayExport,
        RepExportMost);
}

public sealed class OrganisationFormValidator : AbstractValidator<OrganisationForm>
{
    public OrganisationFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Type the name of your organisation.").MaximumLength(Core.People.Organisation.NameLength);
        RuleFor(form => form.ZoneId).Must(Zones.Exists).WithMessage("Choose a time zone from the list.");
        RuleFor(form => form.Currency).NotEmpty().WithMessage("Type a currency code.").Matches("^[A-Za-z]{3}$").WithMessage("Type a code of three letters such as EUR.");
        RuleFor(form => form.VerifyEveryDays).InclusiveBetween(Organisation.FewestVerifyDays, Organisation.MostVerifyDays)
            .WithMessage($"A confirmation holds from {Organisation.FewestVerifyDays} to {Organisation.MostVerifyDays} days.");
        RuleFor(form => form.RepExportMost).InclusiveBetween(1, Organisation.MostRepExport)
            .WithMessage($"A rep may export from 1 to {Organisation.MostRepExport} references at once.");
        RuleFor(form => form.FiscalYearStart).InclusiveBetween(1, 12).WithMessage("Choose a month.");
    }
}

/// <summary>Naming somebody for legal.</summary>
public sealed class LegalForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }
}

public sealed class LegalFormValidator : AbstractValidator<LegalForm>
{
    public LegalFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Type a name.").MaximumLength(User.NameLength);
        RuleFor(form => form.Email).NotEmpty().EmailAddress().WithMessage("Type an e-mail address.").MaximumLength(User.EmailLength);
    }
}
