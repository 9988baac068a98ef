using FluentValidation;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>The ledger page.</summary>
/// <param name="Statement">The ledger.</param>
/// <param name="Requests">Numbers of requests by candidate, those the viewer may see.</param>
/// <param name="Deals">Names of deals that uses outside the product served, those the viewer may see.</param>
public sealed record LedgerPage(LedgerStatement Statement, IReadOnlyDictionary<Guid, int> Requests, IReadOnlyDictionary<Guid, string> Deals)
{
    /// <summary>The address of the page without its filter.</summary>
    public string Address => $"/usage/customers/{Statement.CustomerId}{(Statement.Filter.ContactId is { } contact ? $"/contacts/{contact}" : "")}";
}

/// <summary>A use that happened outside the product.</summary>
public sealed class LogUseForm
{
    /// <summary>Activity type.</summary>
    public string? Activity { get; set; }

    /// <summary>The contact, if known.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>The day it took place, or will.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The deal it served, if any.</summary>
    public Guid? OpportunityId { get; set; }

    /// <summary>What the page said about limits was for this; a use beyond a limit is logged once that was shown.</summary>
    public string? Seen { get; set; }

    /// <summary>Button of the opportunity picker, where no script runs.</summary>
    public string? Find { get; set; }

    /// <summary>Button that says what it does to limits, where no script runs.</summary>
    public string? Check { get; set; }

    /// <summary>What the limits depend on.</summary>
    public string SeenKey => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Activity}|{ContactId}|{On:O}|{Minutes}");

    /// <summary>The use of a customer; null while activity or day are missing.</summary>
    public LogUse? ToUse(Guid customerId) => Activity is { Length: > 0 } activity && On is { } day
        ? new LogUse(customerId, ContactId, activity, day, Minutes is >= 0 and <= 1000 ? Minutes : null, Note ?? "", UseSource.Outside, OpportunityId)
        : null;

    /// <summary>Minutes it took; the type's when empty.</summary>
    public int? Minutes { get; set; }

    /// <summary>What it was.</summary>
    public string? Note { get; set; }
}

/// <summary>Rules of a logged use.</summary>
public sealed class LogUseFormValidator : AbstractValidator<LogUseForm>
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2200, 1, 1);

    public LogUseFormValidator()
    {
        RuleFor(form => form.Activity).NotEmpty().WithMessage("Choose what it was.").MaximumLength(ActivityType.KeyLength);
        RuleFor(form => form.On).NotNull().WithMessage("Say on which day.").InclusiveBetween(Earliest, Latest).WithMessage("This day can't be right.");
        RuleFor(form => form.Minutes).InclusiveBetween(0, 1000).WithMessage("Minutes are a number from 0 to 1000.");
        RuleFor(form => form.Note).NotEmpty().WithMessage("Say in a few words what it was.").MaximumLength(LedgerEntry.NoteLength);
    }
}
