using FluentValidation;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What is wrong whatever the policy does; the rest is said by its own rules.</summary>
public sealed class PolicyFormValidator : AbstractValidator<PolicyForm>
{
    public PolicyFormValidator()
    {
        RuleFor(form => form.Kind).IsInEnum();
        RuleFor(form => form.Scope).IsInEnum();
        RuleFor(form => form.Tier).IsInEnum();
        RuleFor(form => form.Per).IsInEnum();
        RuleFor(form => form.Measure).IsInEnum();
        RuleFor(form => form.Closes).IsInEnum();
        RuleFor(form => form.Window).Must(window => window is WindowKind.Rolling or WindowKind.CalendarQuarter).WithMessage("Choose the window.");
        RuleFor(form => form.CustomerName).MaximumLength(100);
        RuleFor(form => form.ActivityKeys).Must(keys => keys.Exists(key => !string.IsNullOrEmpty(key))).When(form => form.Kind == PolicyKind.SameRest).WithMessage("Tick the activities that rest, each by itself.");
    }
}
