using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage.Corrections;

/// <summary>What is right about a use.</summary>
public sealed class CorrectUseForm
{
    /// <summary>Whether it was held.</summary>
    public bool Held { get; set; }

    /// <summary>The day it took place.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Whose time it took.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>Effort units.</summary>
    public int? Units { get; set; }

    /// <summary>Minutes it took.</summary>
    public int? Minutes { get; set; }

    /// <summary>Why it is corrected.</summary>
    public string? Reason { get; set; }

    /// <summary>Place of the last entry that the form was made from.</summary>
    public int? Seen { get; set; }

    /// <summary>The use, for the page.</summary>
    [BindNever]
    public CorrectableUse? Use { get; private set; }

    /// <summary>The form for a use as the ledger has it.</summary>
    public static CorrectUseForm Of(CorrectableUse use)
    {
        var (last, counted) = (use.Last, use.Counted ?? use.Last);
        return new CorrectUseForm
        {
            Held = last.State == UseState.Done, On = last.On, ContactId = last.ContactId, Units = counted.Units, Minutes = counted.Minutes, Seen = last.Sequence, Use = use,
        };
    }

    /// <summary>Gives the page the use back after a refused save.</summary>
    public void Describe(CorrectableUse use) => Use = use;

    /// <summary>What it changes.</summary>
    public CorrectUse ToCorrection() => new(On, Held ? Units : null, Held ? Minutes : null) { Contact = new CorrectContact(ContactId), Held = Held, Seen = Seen };
}

/// <summary>Rules of a correction.</summary>
public sealed class CorrectUseFormValidator : AbstractValidator<CorrectUseForm>
{
    public CorrectUseFormValidator()
    {
        RuleFor(form => form.On).NotNull().WithMessage("Say on which day.").Must(day => day is null || Days.Holds(day.Value)).WithMessage(Days.Outside);
        RuleFor(form => form.Units).NotNull().When(form => form.Held).WithMessage("Units are a number.")
            .InclusiveBetween(0, CorrectUseBounds.MostUnits).WithMessage($"Units are a number from 0 to {CorrectUseBounds.MostUnits}.");
        RuleFor(form => form.Minutes).NotNull().When(form => form.Held).WithMessage("Minutes are a number.")
            .InclusiveBetween(0, ActivityType.MostMinutes).WithMessage($"Minutes are a number from 0 to {ActivityType.MostMinutes}.");
        RuleFor(form => form.Seen).NotNull().WithMessage("Open the correction again from the ledger: this form does not say what it was made from.");
        RuleFor(form => form.Reason).NotEmpty().WithMessage("A correction needs a reason.")
            .MaximumLength(LedgerEntry.NoteLength).WithMessage($"The reason has at most {LedgerEntry.NoteLength} characters.");
    }
}
