using FluentValidation;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>How candidates are asked.</summary>
public sealed class AskModeForm
{
    public AskMode? Mode { get; set; }

    public string? Back { get; set; }
}

/// <summary>Candidates to be asked at once.</summary>
public sealed class SeveralAsksForm
{
    public List<Guid> Candidates { get; set; } = [];

    public string? Back { get; set; }
}

/// <summary>A place in the line, from 1.</summary>
public sealed class PlaceForm
{
    public int? Place { get; set; }
}

public sealed class AskModeFormValidator : AbstractValidator<AskModeForm>
{
    public AskModeFormValidator() => RuleFor(form => form.Mode).NotNull().IsInEnum().WithMessage("Choose one after another, or several at once.");
}

public sealed class SeveralAsksFormValidator : AbstractValidator<SeveralAsksForm>
{
    public SeveralAsksFormValidator() => RuleFor(form => form.Candidates.Count).InclusiveBetween(1, 50).WithMessage("Tick at least one candidate to ask.").OverridePropertyName("Candidates");
}

public sealed class PlaceFormValidator : AbstractValidator<PlaceForm>
{
    public PlaceFormValidator() => RuleFor(form => form.Place).NotNull().WithMessage("Say which place in the line.");
}
