using FluentValidation;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Features.Today;

/// <summary>Logging an action.</summary>
public sealed class ActionForm
{
    public SourceKind Source { get; set; }

    public Guid SourceId { get; set; }

    public ActionKind Kind { get; set; }

    public ActionOutcome Result { get; set; }

    public string? Note { get; set; }

    public DateOnly? NextOn { get; set; }

    public string? Back { get; set; }
}

public sealed class ActionFormValidator : AbstractValidator<ActionForm>
{
    public ActionFormValidator()
    {
        RuleFor(form => form.Source).IsInEnum();
        RuleFor(form => form.Kind).IsInEnum();
        RuleFor(form => form.Result).IsInEnum();
        RuleFor(form => form.Note).MaximumLength(LoggedAction.NoteLength);
    }
}

/// <summary>Setting a follow-up.</summary>
public sealed class FollowUpForm
{
    public SourceKind Source { get; set; }

    public Guid SourceId { get; set; }

    public string? Text { get; set; }

    public DateOnly NextOn { get; set; }

    public string? Back { get; set; }
}

public sealed class FollowUpFormValidator : AbstractValidator<FollowUpForm>
{
    public FollowUpFormValidator()
    {
        RuleFor(form => form.Source).IsInEnum();
        RuleFor(form => form.Text).NotEmpty().MaximumLength(FollowUp.TextLength);
    }
}
