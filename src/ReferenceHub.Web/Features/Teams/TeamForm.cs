using FluentValidation;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Teams;

/// <summary>Making or changing a team.</summary>
public sealed class TeamForm
{
    public string? Name { get; set; }

    public string? RegionKey { get; set; }

    public Guid? ManagerId { get; set; }

    public Guid? CalendarId { get; set; }

    public int Version { get; set; }

    public TeamFacts Facts() => new(Name!, string.IsNullOrEmpty(RegionKey) ? null : RegionKey, ManagerId, CalendarId);
}

public sealed class TeamFormValidator : AbstractValidator<TeamForm>
{
    public TeamFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Type a name.").MaximumLength(Team.NameLength);
        RuleFor(form => form.RegionKey).MaximumLength(60);
    }
}
