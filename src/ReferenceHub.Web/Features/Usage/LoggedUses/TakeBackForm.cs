using FluentValidation;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage.LoggedUses;

/// <summary>Why a logged use is taken back.</summary>
public sealed class TakeBackForm
{
    /// <summary>Why it did not happen.</summary>
    public string? Reason { get; set; }
}

/// <summary>Rules of taking back.</summary>
public sealed class TakeBackFormValidator : AbstractValidator<TakeBackForm>
{
    public TakeBackFormValidator() => RuleFor(form => form.Reason).NotEmpty().MaximumLength(LedgerEntry.NoteLength);
}
