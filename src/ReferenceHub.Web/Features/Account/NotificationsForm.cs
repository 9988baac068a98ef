using FluentValidation;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Features.Account;

/// <summary>How a person wants to be told; times as "07:00".</summary>
public sealed class NotificationsForm
{
    /// <summary>By key of a kind how it is mailed.</summary>
    public Dictionary<string, Delivery> Kinds { get; set; } = [];

    /// <summary>How all of them are mailed instead; null when each as it says.</summary>
    public Delivery? All { get; set; }

    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietUntil { get; set; }

    public TimeOnly? DigestAt { get; set; }

    /// <summary>The form for what holds now.</summary>
    public static NotificationsForm Of(NoticeWishes wishes) => new()
    {
        Kinds = wishes.Kinds.ToDictionary(StringComparer.Ordinal),
        QuietFrom = At(wishes.QuietFrom),
        QuietUntil = At(wishes.QuietUntil),
        DigestAt = At(wishes.DigestAt),
    };

    /// <summary>The checked form as wishes.</summary>
    public NoticeWishes ToWishes() => new(All is { } all ? Kinds.Keys.ToDictionary(kind => kind, _ => all, StringComparer.Ordinal) : Kinds, Minutes(QuietFrom!.Value), Minutes(QuietUntil!.Value), Minutes(DigestAt!.Value));

    private static TimeOnly At(int minutes) => TimeOnly.MinValue.AddMinutes(minutes);

    private static int Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;
}

public sealed class NotificationsFormValidator : AbstractValidator<NotificationsForm>
{
    public NotificationsFormValidator()
    {
        RuleFor(form => form.QuietFrom).NotNull().WithMessage("Give a time such as 20:00.");
        RuleFor(form => form.QuietUntil).NotNull().WithMessage("Give a time such as 07:00.");
        RuleFor(form => form.DigestAt).NotNull().WithMessage("Give a time such as 08:00.");
        RuleFor(form => form.All).IsInEnum().WithMessage("Choose one of the three.");
        RuleForEach(form => form.Kinds).Must(kind => Enum.IsDefined(kind.Value)).WithMessage("Choose one of the three.");
    }
}
