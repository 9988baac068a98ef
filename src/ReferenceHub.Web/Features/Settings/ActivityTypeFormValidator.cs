using FluentValidation;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Features.Requests;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>Bounds of an activity type.</summary>
public sealed class ActivityTypeFormValidator : AbstractValidator<ActivityTypeForm>
{
    private const int MostHours = ActivityType.MostDays * 8;

    public ActivityTypeFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Give it a name.").Short("The name", ActivityType.NameLength);
        RuleFor(form => form.Icon).Must(icon => ActivityIcons.All.Any(known => known.Name == icon)).WithMessage("Choose an icon.");
        RuleFor(form => form.Units).NotNull().WithMessage("Say how many units it takes; 0 counts towards no limit.").InclusiveBetween(0, ActivityType.MostUnits).WithMessage($"Units are 0 to {ActivityType.MostUnits}.");
        RuleFor(form => form.Minutes).NotNull().WithMessage("Say how many minutes it takes of the contact.").InclusiveBetween(0, ActivityType.MostMinutes).WithMessage($"Minutes are 0 to {ActivityType.MostMinutes}.");
        RuleFor(form => form.Route).NotNull().IsInEnum().WithMessage("Choose who has to say yes.");
        RuleFor(form => form.Scope).NotNull().IsInEnum().WithMessage("Choose the permission that it needs.");
        RuleFor(form => form.TargetDays).NotNull().InclusiveBetween(1, ActivityType.MostDays).WithMessage($"The target is 1 to {ActivityType.MostDays} business days.");
        RuleFor(form => form.OwnerHours).NotNull().InclusiveBetween(1, MostHours).WithMessage("A window is 1 business hour at least.");
        RuleFor(form => form.LegalHours).NotNull().InclusiveBetween(1, MostHours).WithMessage("A window is 1 business hour at least.");
        RuleFor(form => form.CustomerHours).NotNull().InclusiveBetween(1, MostHours).WithMessage("A window is 1 business hour at least.");
        RuleFor(form => form.NoticeDays).NotNull().InclusiveBetween(0, ActivityType.MostDays).WithMessage($"Notice is 0 to {ActivityType.MostDays} days.");
        RuleFor(form => form.Expect).Short("What to expect", ActivityType.WordsLength);
        RuleFor(form => form.Briefing).Short("The briefing", ActivityType.WordsLength);
    }
}
