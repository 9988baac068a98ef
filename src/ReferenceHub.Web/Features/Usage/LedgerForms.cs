using FluentValidation;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>The ledger page.</summary>
/// <param name="Statement">The ledger.</param>
/// <param name="Requests">Numbers of requests by candidate, those the viewer may see.</param>
/// <param name="Deals">Names of deals that uses outside the product served, those the viewer may see.</param>
/// <param name="Page">Page of entries.</param>
public sealed record LedgerPage(LedgerStatement Statement, IReadOnlyDictionary<Guid, int> Requests, IReadOnlyDictionary<Guid, string> Deals, int Page);

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

/// <summary>What is wrong about a use.</summary>
public sealed class CorrectUseForm
{
    /// <summary>The day it took place.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Minutes it took.</summary>
    public int? Minutes { get; set; }

    /// <summary>Why it is corrected.</summary>
    public string? Reason { get; set; }
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

/// <summary>Rules of a correction.</summary>
public sealed class CorrectUseFormValidator : AbstractValidator<CorrectUseForm>
{
    public CorrectUseFormValidator()
    {
        RuleFor(form => form.Minutes).InclusiveBetween(0, 1000).WithMessage("minutes are a number from 0 to 1000.");
        RuleFor(form => form.On).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2200, 1, 1)).WithMessage("this day can't be right.");
        RuleFor(form => form.Reason).NotEmpty().WithMessage("a correction needs a reason.").MaximumLength(LedgerEntry.NoteLength);
    }
}
