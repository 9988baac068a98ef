using FluentValidation;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Withdrawals;

/// <summary>What the form of a withdrawal sends.</summary>
public sealed class WithdrawalForm
{
    /// <summary>From which scopes.</summary>
    public List<PermissionScope> Scopes { get; set; } = [];

    /// <summary>The day the customer said so.</summary>
    public DateOnly? On { get; set; }

    /// <summary>How we know.</summary>
    public string? Source { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The list that was shown.</summary>
    public string? Mark { get; set; }

    /// <summary>As the domain takes it.</summary>
    public Withdrawal ToWithdrawal() => new(Scopes, On ?? default, Source ?? "", Reason, Mark ?? "");
}

/// <summary>Says before anything is pulled what is missing.</summary>
public sealed class WithdrawalFormValidator : AbstractValidator<WithdrawalForm>
{
    /// <summary>The rules.</summary>
    public WithdrawalFormValidator()
    {
        RuleForEach(form => form.Scopes).IsInEnum().WithMessage("Choose scopes from the list.");
        RuleFor(form => form.On).NotNull().WithMessage("Say on which day the customer told us.");
        RuleFor(form => form.Source).NotEmpty().WithMessage("Say how the customer told us: a mail, a call, a letter.")
            .MaximumLength(Withdrawal.SourceLength).WithMessage($"The source is longer than {Withdrawal.SourceLength} characters.");
        RuleFor(form => form.Reason).MaximumLength(Withdrawal.ReasonLength).WithMessage($"The reason is longer than {Withdrawal.ReasonLength} characters.");
    }
}

/// <summary>The list of what has to be pulled, with the form that confirms it.</summary>
public sealed record WithdrawalPage(WithdrawalPlan Plan, WithdrawalForm Form, IReadOnlyDictionary<string, string> Activities);
