using FluentValidation;

namespace ReferenceHub.Web.Features.Usage.Moves;

/// <summary>Another day for a planned use.</summary>
public sealed class MoveForm
{
    /// <summary>The new day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The day that the person saw it on.</summary>
    public DateOnly? Was { get; set; }

    /// <summary>Where to go on afterwards, on this site.</summary>
    public string? Back { get; set; }
}

/// <summary>Rules of a move.</summary>
public sealed class MoveFormValidator : AbstractValidator<MoveForm>
{
    public MoveFormValidator()
    {
        RuleFor(form => form.On).NotNull().WithMessage("Choose a day.").InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2200, 1, 1)).WithMessage("This day can't be right.");
        RuleFor(form => form.Was).NotNull().WithMessage("The page is too old. Look again, then choose a day.");
    }
}
