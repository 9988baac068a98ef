using FluentValidation;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage.Comparison;

/// <summary>Why something held for nobody is given back.</summary>
public sealed class ReleaseForm
{
    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

/// <summary>Rules of giving back.</summary>
public sealed class ReleaseFormValidator : AbstractValidator<ReleaseForm>
{
    public ReleaseFormValidator() => RuleFor(form => form.Reason).NotEmpty().MaximumLength(LedgerEntry.NoteLength);
}
