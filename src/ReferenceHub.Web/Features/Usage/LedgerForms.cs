using FluentValidation;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>The ledger page: what it shows and the form it holds.</summary>
/// <param name="Statement">The ledger.</param>
/// <param name="Form">The form to log a use.</param>
/// <param name="Requests">Numbers of requests by candidate, those the viewer may see.</param>
/// <param name="Page">Page of entries.</param>
public sealed record LedgerPage(LedgerStatement Statement, LogUseForm Form, IReadOnlyDictionary<Guid, int> Requests, int Page);

/// <summary>A use that happened outside the product.</summary>
public sealed class LogUseForm
{
    /// <summary>Activity type.</summary>
    public string? Activity { get; set; }

    /// <summary>The contact, if known.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>The day it took place.</summary>
    public DateOnly? On { get; set; }

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
