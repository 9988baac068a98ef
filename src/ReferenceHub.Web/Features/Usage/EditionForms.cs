using FluentValidation;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>A draft to make.</summary>
public sealed class DraftEditionForm
{
    /// <summary>What it is about.</summary>
    public string? Name { get; set; }

    /// <summary>The version whose policies it begins with; the one in force when null.</summary>
    public Guid? Like { get; set; }
}

/// <summary>What is kept for large deals.</summary>
public sealed class HeldBackForm
{
    /// <summary>Share in percent.</summary>
    public int? Percent { get; set; }

    /// <summary>Amount above which a deal is large, in the program's currency.</summary>
    public decimal? Above { get; set; }

    /// <summary>Version of the row that the form was made from.</summary>
    public int Version { get; set; }
}

/// <summary>When a version starts.</summary>
public sealed class StartEditionForm
{
    /// <summary>First day, by the program's days.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Version of the row that the form was made from.</summary>
    public int Version { get; set; }
}

/// <summary>Rules of a draft to make.</summary>
public sealed class DraftEditionFormValidator : AbstractValidator<DraftEditionForm>
{
    public DraftEditionFormValidator() => RuleFor(form => form.Name).NotEmpty().WithMessage("Say what it is about.").MaximumLength(PolicyEdition.NameLength).WithMessage($"At most {PolicyEdition.NameLength} characters.");
}

/// <summary>Rules of what is held back.</summary>
public sealed class HeldBackFormValidator : AbstractValidator<HeldBackForm>
{
    public HeldBackFormValidator()
    {
        RuleFor(form => form.Percent).NotNull().WithMessage("The share is a number from 0 to 100.");
        RuleFor(form => form.Above).NotNull().When(form => form.Percent > 0).WithMessage("Say above which amount a deal is large.");
    }
}

/// <summary>Rules of a start.</summary>
public sealed class StartEditionFormValidator : AbstractValidator<StartEditionForm>
{
    public StartEditionFormValidator() => RuleFor(form => form.StartsOn).NotNull().WithMessage("Say on which day it starts.");
}
