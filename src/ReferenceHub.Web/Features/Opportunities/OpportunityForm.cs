using FluentValidation;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>What the form of a deal sends.</summary>
public sealed class OpportunityForm
{
    public string? Name { get; set; }

    public string? ExternalId { get; set; }

    public string? AccountName { get; set; }

    public string? Product { get; set; }

    /// <summary>Whole and part, as typed.</summary>
    public decimal? Amount { get; set; }

    public string Currency { get; set; } = "EUR";

    /// <summary>"won", "lost", or the key of an open stage.</summary>
    public string? Stage { get; set; }

    public DateOnly? OpenedOn { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public Guid? OwnerId { get; set; }

    public string? Industry { get; set; }

    public string? Region { get; set; }

    public int? Employees { get; set; }

    public int Version { get; set; }

    public static OpportunityForm Of(OpportunityDetail deal) => new()
    {
        Name = deal.Facts.Name,
        ExternalId = deal.Row.ExternalId,
        AccountName = deal.Facts.AccountName,
        Product = deal.Facts.Product,
        Amount = deal.Facts.AmountMinor is { } minor ? Currencies.ToMajor(minor, deal.Facts.Currency) : null,
        Currency = deal.Facts.Currency,
        Stage = deal.Facts.Outcome == DealOutcome.Open ? deal.Facts.StageKey : deal.Facts.Outcome.ToString().ToLowerInvariant(),
        OpenedOn = deal.Facts.OpenedOn,
        ClosesOn = deal.Facts.ClosesOn,
        OwnerId = deal.Facts.OwnerId,
        Industry = deal.Facts.IndustryKey,
        Region = deal.Facts.RegionKey,
        Employees = deal.Facts.Employees,
        Version = deal.Version,
    };

    public DealFacts ToFacts()
    {
        var outcome = Stage switch { "won" => DealOutcome.Won, "lost" => DealOutcome.Lost, _ => DealOutcome.Open };
        return new DealFacts
        {
            Name = Name!,
            AccountName = AccountName,
            Product = Product,
            AmountMinor = Amount is { } amount ? Currencies.ToMinor(amount, Currency) : null,
            Currency = Currency,
            StageKey = outcome == DealOutcome.Open ? Stage : null,
            Outcome = outcome,
            OpenedOn = OpenedOn,
            ClosesOn = ClosesOn,
            OwnerId = OwnerId,
            IndustryKey = Industry,
            RegionKey = Region,
            Employees = Employees,
        };
    }
}

public sealed class OpportunityFormValidator : AbstractValidator<OpportunityForm>
{
    private static readonly DateOnly First = new(1990, 1, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    public OpportunityFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Give the deal a name.").MaximumLength(Opportunity.NameLength).WithMessage($"At most {Opportunity.NameLength} characters fit.");
        RuleFor(form => form.ExternalId).MaximumLength(Opportunity.ExternalIdLength).WithMessage($"At most {Opportunity.ExternalIdLength} characters fit.");
        RuleFor(form => form.AccountName).MaximumLength(Opportunity.NameLength).WithMessage($"At most {Opportunity.NameLength} characters fit.");
        RuleFor(form => form.Product).MaximumLength(Opportunity.ProductLength).WithMessage($"At most {Opportunity.ProductLength} characters fit.");
        RuleFor(form => form.Currency).Must(Currencies.Knows).WithMessage("Choose a currency.");
        RuleFor(form => form.Amount).GreaterThanOrEqualTo(0).WithMessage("An amount is not below zero.");
        RuleFor(form => form.Amount).Must((form, amount) => amount is null || Currencies.ToMinor(amount.Value, form.Currency) is not null)
            .When(form => Currencies.Knows(form.Currency)).WithMessage("This amount is too large, or has more decimals than the currency.");
        RuleFor(form => form.Employees).InclusiveBetween(0, 10_000_000).WithMessage("Between 0 and 10 million.");
        RuleFor(form => form.OpenedOn).InclusiveBetween(First, Last).WithMessage("This date is out of range.");
        RuleFor(form => form.ClosesOn).InclusiveBetween(First, Last).WithMessage("This date is out of range.");
        RuleFor(form => form.ClosesOn).GreaterThanOrEqualTo(form => form.OpenedOn).When(form => form.OpenedOn is not null).WithMessage("A deal does not close before it opened.");
    }
}
