using FluentValidation;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Web.Features.Processes.Editing;

/// <summary>Rules of a step by itself; what it means within its process is said when it is started.</summary>
public sealed class StepFormValidator : AbstractValidator<StepForm>
{
    public StepFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Give it a name.").MaximumLength(ProcessStep.NameLength).WithMessage($"At most {ProcessStep.NameLength} characters.");
        RuleFor(form => form.Stage).NotEmpty().WithMessage("Choose a stage.");
        RuleFor(form => form.Work).NotNull().IsInEnum().WithMessage("Choose from the list.");
        RuleFor(form => form.Role).NotNull().IsInEnum().WithMessage("Choose from the list.");
        RuleFor(form => form.Gate).IsInEnum().WithMessage("Choose from the list.");
        RuleFor(form => form.Turn).IsInEnum().WithMessage("Choose from the list.");
        RuleFor(form => form.Days).InclusiveBetween(0, ProcessStep.MostDays).WithMessage($"A target is 0 to {ProcessStep.MostDays} business days.");
        RuleFor(form => form.Wait).InclusiveBetween(0, 366).WithMessage("A wait is 0 to 366 days.");
        RuleFor(form => form.Hours).GreaterThan(0).LessThanOrEqualTo(ProcessStep.MostHours).WithMessage($"A time to answer is above 0 and at most {ProcessStep.MostHours} business hours.");
        RuleFor(form => form.Guidance).MaximumLength(ProcessStep.GuidanceLength).WithMessage($"At most {ProcessStep.GuidanceLength} characters.");
        RuleFor(form => form.Document).MaximumLength(ProcessStep.DocumentLength).WithMessage($"At most {ProcessStep.DocumentLength} characters.");
        RuleFor(form => form.Checklist).Must(Fits).WithMessage($"At most {ProcessStep.MostLines} lines of at most {ProcessStep.LineLength} characters.");
        RuleFor(form => form.Outcomes).Must(Fits).WithMessage($"At most {ProcessStep.MostLines} lines of at most {ProcessStep.LineLength} characters.");
        RuleFor(form => form.MessageSubject).MaximumLength(StepMessage.SubjectLength).WithMessage($"At most {StepMessage.SubjectLength} characters.");
        RuleFor(form => form.MessageSubject).NotEmpty().When(form => !string.IsNullOrWhiteSpace(form.MessageBody)).WithMessage("A message needs a subject.");
        RuleFor(form => form.MessageBody).MaximumLength(StepMessage.BodyLength).WithMessage($"At most {StepMessage.BodyLength} characters.");
        RuleFor(form => form.MessageBody).NotEmpty().When(form => !string.IsNullOrWhiteSpace(form.MessageSubject)).WithMessage("A message needs a text.");
    }

    private static bool Fits(string? text) => StepForm.Lines(text) is var lines && lines.Count <= ProcessStep.MostLines && lines.TrueForAll(line => line.Length <= ProcessStep.LineLength);
}
