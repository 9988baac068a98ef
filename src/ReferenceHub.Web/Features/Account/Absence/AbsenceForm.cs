using FluentValidation;
using ReferenceHub.Core.Administration;

namespace ReferenceHub.Web.Features.Account;

/// <summary>Days away.</summary>
public sealed class AbsenceForm
{
    public Guid? UserId { get; set; }

    public DateOnly? FirstDay { get; set; }

    public DateOnly? LastDay { get; set; }

    public Guid? StandInId { get; set; }

    public int Version { get; set; }

    public static AbsenceForm Of(AbsenceLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new() { UserId = line.UserId, FirstDay = line.FirstDay, LastDay = line.LastDay, StandInId = line.StandInId, Version = line.Version };
    }

    public AbsenceFacts ToFacts() => new(UserId, FirstDay!.Value, LastDay!.Value, StandInId);
}

public sealed class AbsenceFormValidator : AbstractValidator<AbsenceForm>
{
    public AbsenceFormValidator()
    {
        RuleFor(form => form.FirstDay).NotNull().WithMessage("Choose the first day.");
        RuleFor(form => form.LastDay).NotNull().WithMessage("Choose the last day.");
    }
}
