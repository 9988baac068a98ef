using FluentValidation;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>A verb that may be said with a few words.</summary>
public sealed class NoteForm
{
    public string? Note { get; set; }

    public string? Back { get; set; }
}

/// <summary>A verb that needs a reason or question.</summary>
public sealed class ReasonForm
{
    public string? Reason { get; set; }

    public string? Back { get; set; }
}

/// <summary>Who gets a request.</summary>
public sealed class AssignmentForm
{
    public Guid? ManagerId { get; set; }

    public string? Back { get; set; }
}

/// <summary>Several requests for one manager.</summary>
public sealed class BulkAssignmentForm
{
    public List<int> Numbers { get; set; } = [];

    public Guid? ManagerId { get; set; }

    public string? Back { get; set; }
}

/// <summary>A customer to consider, and whether to ask at once.</summary>
public sealed class CandidateForm
{
    public Guid CustomerId { get; set; }

    public Guid? ContactId { get; set; }

    public bool Ask { get; set; }

    public string? Back { get; set; }
}

/// <summary>Whom to ask at the customer.</summary>
public sealed class ContactForm
{
    public Guid? ContactId { get; set; }

    public string? Back { get; set; }
}

/// <summary>An ask; sponsor and reason go beyond a limit.</summary>
public sealed class AskForm
{
    /// <summary>What the limit said that is to be overridden; null where nobody overrides.</summary>
    public string? Limit { get; set; }

    public string? Sponsor { get; set; }

    public string? Reason { get; set; }

    public string? Back { get; set; }
}

/// <summary>An answer.</summary>
public sealed class AnswerForm
{
    /// <summary>"yes" or "no".</summary>
    public string? Answer { get; set; }

    /// <summary>State of the candidate when the form was shown: the answer is meant for it.</summary>
    public CandidateState? State { get; set; }

    public string? Source { get; set; }

    /// <summary>Why, of a no.</summary>
    public DeclineKind? Kind { get; set; }

    public string? Note { get; set; }

    public string? Back { get; set; }
}

/// <summary>A date for a use, in the person's zone.</summary>
public sealed class ScheduleForm
{
    public DateTime? At { get; set; }

    public string? Note { get; set; }

    /// <summary>Where; as it was when not sent.</summary>
    public string? Place { get; set; }

    /// <summary>What the limit said that is to be overridden; null where nobody overrides.</summary>
    public string? Limit { get; set; }

    public string? Sponsor { get; set; }

    public string? Reason { get; set; }
}

/// <summary>A use that was held.</summary>
public sealed class CompletionForm
{
    public int? Minutes { get; set; }

    public string? Note { get; set; }

    /// <summary>What the limit said that is to be overridden; null where nobody overrides.</summary>
    public string? Limit { get; set; }

    public string? Sponsor { get; set; }

    public string? Reason { get; set; }
}

/// <summary>A later date, in the person's zone.</summary>
public sealed class ExceptionForm
{
    public DateTime? Until { get; set; }

    public string? Reason { get; set; }
}

/// <summary>How a request ends.</summary>
public sealed class EndingForm
{
    /// <summary>"unfulfilled" or "content".</summary>
    public string? How { get; set; }

    public string? Reason { get; set; }
}

public sealed class NoteFormValidator : AbstractValidator<NoteForm>
{
    public NoteFormValidator() => RuleFor(form => form.Note).Short("The note");
}

public sealed class ReasonFormValidator : AbstractValidator<ReasonForm>
{
    public ReasonFormValidator() => RuleFor(form => form.Reason).Given("Write a few words, so that the others know.").Short("The text");
}

public sealed class BulkAssignmentFormValidator : AbstractValidator<BulkAssignmentForm>
{
    public BulkAssignmentFormValidator() => RuleFor(form => form.Numbers.Count).InclusiveBetween(1, 100).WithMessage("Select 1 to 100 requests first.").OverridePropertyName("Numbers");
}

public sealed class ContactFormValidator : AbstractValidator<ContactForm>
{
    public ContactFormValidator() => RuleFor(form => form.ContactId).NotNull().WithMessage("Choose whom to ask.");
}

public sealed class AskFormValidator : AbstractValidator<AskForm>
{
    public AskFormValidator()
    {
        RuleFor(form => form.Sponsor).Given("An override names the sponsor who stands behind it.").When(form => !string.IsNullOrWhiteSpace(form.Reason) || form.Limit is not null).Short("The sponsor", LedgerEntry.SponsorLength);
        RuleFor(form => form.Reason).Given("An override says why.").When(form => !string.IsNullOrWhiteSpace(form.Sponsor) || form.Limit is not null).Short("The reason", VerbRules.OverrideReasonLength);
        RuleFor(form => form.Limit).Short("The limit", VerbRules.LimitLength);
    }
}

public sealed class AnswerFormValidator : AbstractValidator<AnswerForm>
{
    public AnswerFormValidator()
    {
        RuleFor(form => form.Answer).Must(answer => answer is "yes" or "no").WithMessage("Say whether it is a yes or a no.");
        RuleFor(form => form.State).NotNull().WithMessage("Open the request again, then answer.");
        RuleFor(form => form.Source).Short("The source", ReferenceRequest.NameLength);
        RuleFor(form => form.Note).Short("The note");
    }
}

public sealed class ScheduleFormValidator : AbstractValidator<ScheduleForm>
{
    public ScheduleFormValidator()
    {
        RuleFor(form => form.At).NotNull().WithMessage("Choose a date and time.").Must(VerbRules.Plausible).WithMessage("Choose a date within the next two years.");
        RuleFor(form => form.Note).Short("The note");
        RuleFor(form => form.Place).Short("The place", Candidate.PlaceLength);
        RuleFor(form => form.Sponsor).Given("An override names the sponsor who stands behind it.").When(form => !string.IsNullOrWhiteSpace(form.Reason) || form.Limit is not null).Short("The sponsor", LedgerEntry.SponsorLength);
        RuleFor(form => form.Reason).Given("An override says why.").When(form => !string.IsNullOrWhiteSpace(form.Sponsor) || form.Limit is not null).Short("The reason", VerbRules.OverrideReasonLength);
        RuleFor(form => form.Limit).Short("The limit", VerbRules.LimitLength);
    }
}

public sealed class CompletionFormValidator : AbstractValidator<CompletionForm>
{
    public CompletionFormValidator()
    {
        RuleFor(form => form.Minutes).InclusiveBetween(0, ActivityType.MostMinutes).WithMessage($"Minutes lie between 0 and {ActivityType.MostMinutes}.");
        RuleFor(form => form.Note).Short("The note");
        RuleFor(form => form.Sponsor).Given("An override names the sponsor who stands behind it.").When(form => !string.IsNullOrWhiteSpace(form.Reason) || form.Limit is not null).Short("The sponsor", LedgerEntry.SponsorLength);
        RuleFor(form => form.Reason).Given("An override says why.").When(form => !string.IsNullOrWhiteSpace(form.Sponsor) || form.Limit is not null).Short("The reason", VerbRules.OverrideReasonLength);
        RuleFor(form => form.Limit).Short("The limit", VerbRules.LimitLength);
    }
}

public sealed class ExceptionFormValidator : AbstractValidator<ExceptionForm>
{
    public ExceptionFormValidator()
    {
        RuleFor(form => form.Until).NotNull().WithMessage("Choose the agreed date and time.").Must(VerbRules.Plausible).WithMessage("Choose a date within the next two years.");
        RuleFor(form => form.Reason).Given("Say why a later date was agreed.").Short("The reason");
    }
}

public sealed class EndingFormValidator : AbstractValidator<EndingForm>
{
    public EndingFormValidator()
    {
        RuleFor(form => form.How).Must(how => how is "unfulfilled" or "content").WithMessage("Say how it ends.");
        RuleFor(form => form.Reason).Given("Say why, so that the requester knows.").Short("The reason");
    }
}

/// <summary>Rules that verbs share.</summary>
internal static class VerbRules
{
    public const int OverrideReasonLength = LedgerEntry.NoteLength;

    // The rule, who set it and the first free day.
    public const int LimitLength = LedgerEntry.RuleLength + 200;

    // Core says how far ahead a time may lie; this keeps out what no calendar of ours reckons with.
    public static bool Plausible(DateTime? at) => at is not { } moment || (moment.Year is >= 2000 and < 2200);

    public static IRuleBuilderOptions<T, string?> Given<T>(this IRuleBuilder<T, string?> rule, string message) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(message);

    public static IRuleBuilderOptions<T, string?> Short<T>(this IRuleBuilder<T, string?> rule, string what, int max = ReferenceRequest.ReasonLength) =>
        rule.MaximumLength(max).WithMessage($"{what} is longer than {max} characters.");
}
