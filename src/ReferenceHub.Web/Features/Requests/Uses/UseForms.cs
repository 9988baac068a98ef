using FluentValidation;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Up to three times, in the person's zone.</summary>
public sealed class TimesForm
{
    public DateTime? First { get; set; }

    public DateTime? Second { get; set; }

    public DateTime? Third { get; set; }

    /// <summary>Those that were filled in.</summary>
    public IReadOnlyList<DateTime> Given => [.. new[] { First, Second, Third }.OfType<DateTime>()];
}

/// <summary>One of the offered times, and where it takes place.</summary>
public sealed class TimeChoiceForm
{
    public Guid? SlotId { get; set; }

    public string? Place { get; set; }
}

/// <summary>Where the prospect gets the invitation.</summary>
public sealed class ProspectInvitationForm
{
    public string? Email { get; set; }

    public string? Contact { get; set; }
}

/// <summary>How a use went.</summary>
public sealed class SurveyForm
{
    public int? Expected { get; set; }

    public int? Actual { get; set; }

    /// <summary>"yes" or "no"; neither when not said.</summary>
    public string? Again { get; set; }

    public string? Words { get; set; }

    /// <summary>As Core takes it, once it is complete. A verb, since model validation reads every property.</summary>
    public SurveyReply ToReply() => new(Expected!.Value, Actual!.Value, Again switch { "yes" => true, "no" => false, _ => null }, Words);

    /// <summary>Whether both grades are given and lie within the scale.</summary>
    public bool IsComplete => Expected is >= 1 and <= SurveyAnswer.Best && Actual is >= 1 and <= SurveyAnswer.Best;
}

public sealed class TimesFormValidator : AbstractValidator<TimesForm>
{
    public TimesFormValidator()
    {
        RuleFor(form => form.Given.Count).GreaterThan(0).WithMessage("Enter at least one time.").OverridePropertyName(nameof(TimesForm.First));
        RuleFor(form => form.First).Must(VerbRules.Plausible).WithMessage("Choose a date within the next two years.");
        RuleFor(form => form.Second).Must(VerbRules.Plausible).WithMessage("Choose a date within the next two years.");
        RuleFor(form => form.Third).Must(VerbRules.Plausible).WithMessage("Choose a date within the next two years.");
    }
}

public sealed class TimeChoiceFormValidator : AbstractValidator<TimeChoiceForm>
{
    public TimeChoiceFormValidator()
    {
        RuleFor(form => form.SlotId).NotNull().WithMessage("Choose one of the times.");
        RuleFor(form => form.Place).Short("The place", Candidate.PlaceLength);
    }
}

public sealed class ProspectInvitationFormValidator : AbstractValidator<ProspectInvitationForm>
{
    public ProspectInvitationFormValidator()
    {
        RuleFor(form => form.Email).Given("Enter the address that the invitation goes to.").Short("The address", OutboxMessage.AddressLength);
        RuleFor(form => form.Contact).Short("The name", ReferenceRequest.NameLength);
    }
}

public sealed class SurveyFormValidator : AbstractValidator<SurveyForm>
{
    public SurveyFormValidator()
    {
        RuleFor(form => form.Expected).NotNull().InclusiveBetween(1, SurveyAnswer.Best).WithMessage("Say what you had expected, 1 to 5.");
        RuleFor(form => form.Actual).NotNull().InclusiveBetween(1, SurveyAnswer.Best).WithMessage("Say how much it helped, 1 to 5.");
        RuleFor(form => form.Words).Short("The text");
    }
}
