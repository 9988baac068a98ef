using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>What the activity type page sends; windows in business hours.</summary>
public sealed class ActivityTypeForm
{
    /// <summary>May be asked for.</summary>
    public bool Enabled { get; set; }

    /// <summary>Target in business days.</summary>
    public int? TargetDays { get; set; }

    /// <summary>Owner's window in business hours.</summary>
    public int? OwnerHours { get; set; }

    /// <summary>Legal's window in business hours.</summary>
    public int? LegalHours { get; set; }

    /// <summary>Customer's window in business hours.</summary>
    public int? CustomerHours { get; set; }

    /// <summary>Notice in calendar days.</summary>
    public int? NoticeDays { get; set; }

    /// <summary>Version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>The type, for the page.</summary>
    [BindNever]
    public ActivityType? Type { get; private set; }

    /// <summary>The form for a type.</summary>
    public static ActivityTypeForm Of(ActivityType type) => new()
    {
        Enabled = type.Enabled,
        TargetDays = type.TargetBusinessDays,
        OwnerHours = type.OwnerReplyMinutes / 60,
        LegalHours = type.LegalReplyMinutes / 60,
        CustomerHours = type.CustomerReplyMinutes / 60,
        NoticeDays = type.NoticeDays,
        Version = type.Version,
        Type = type,
    };

    /// <summary>Gives the page the type back after a refused save.</summary>
    public void Describe(ActivityType type) => Type = type;

    /// <summary>The checked form as a change; a window left as it is keeps its minutes.</summary>
    public ActivityTypeChange ToChange() => new(
        new ActivityTargets(TargetDays!.Value, Minutes(OwnerHours!.Value, Type!.OwnerReplyMinutes), Minutes(LegalHours!.Value, Type.LegalReplyMinutes), Minutes(CustomerHours!.Value, Type.CustomerReplyMinutes)),
        NoticeDays!.Value, Enabled, Version);

    private static int Minutes(int hours, int now) => hours == now / 60 ? now : hours * 60;
}

/// <summary>Bounds of an activity type.</summary>
public sealed class ActivityTypeFormValidator : AbstractValidator<ActivityTypeForm>
{
    private const int MostHours = ActivityType.MostDays * 8;

    public ActivityTypeFormValidator()
    {
        RuleFor(form => form.TargetDays).NotNull().InclusiveBetween(1, ActivityType.MostDays).WithMessage($"The target is 1 to {ActivityType.MostDays} business days.");
        RuleFor(form => form.OwnerHours).NotNull().InclusiveBetween(1, MostHours).WithMessage("A window is 1 business hour at least.");
        RuleFor(form => form.LegalHours).NotNull().InclusiveBetween(1, MostHours).WithMessage("A window is 1 business hour at least.");
        RuleFor(form => form.CustomerHours).NotNull().InclusiveBetween(1, MostHours).WithMessage("A window is 1 business hour at least.");
        RuleFor(form => form.NoticeDays).NotNull().InclusiveBetween(0, ActivityType.MostDays).WithMessage($"Notice is 0 to {ActivityType.MostDays} days.");
    }
}
