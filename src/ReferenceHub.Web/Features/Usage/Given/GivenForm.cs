using FluentValidation;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage.Given;

/// <summary>Something given to a customer.</summary>
public sealed class GivenForm
{
    /// <summary>What it was.</summary>
    public GivenKind? Kind { get; set; }

    /// <summary>Who got it.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>On which day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Units it makes up for; the usual ones when empty.</summary>
    public int? Units { get; set; }

    /// <summary>What it cost.</summary>
    public decimal? Worth { get; set; }

    /// <summary>Currency that the form asked for the price in.</summary>
    public string? Currency { get; set; }

    /// <summary>What exactly.</summary>
    public string? Note { get; set; }

    /// <summary>As the rules see it.</summary>
    public GivenSpec ToSpec() => new() { Kind = Kind!.Value, ContactId = ContactId, On = On!.Value, Units = Units, Worth = Worth, Currency = Currency, Note = Note };
}

/// <summary>What gifts are held to.</summary>
public sealed class GiftLimitForm
{
    /// <summary>Most for one person in 365 days; empty for no limit.</summary>
    public decimal? Most { get; set; }

    /// <summary>Its currency (ISO 4217).</summary>
    public string? Currency { get; set; }

    /// <summary>Version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>As it stands.</summary>
    public static GiftLimitForm Of(GiftMoney money)
    {
        ArgumentNullException.ThrowIfNull(money);
        return new() { Most = money.Limit?.Most, Currency = money.Currency, Version = money.Version };
    }

    /// <summary>As the rules see it; null for none.</summary>
    public GiftLimit? ToLimit() => Most is { } most ? new GiftLimit(most, Currency ?? "") : null;
}

/// <summary>Rules of something given.</summary>
public sealed class GivenFormValidator : AbstractValidator<GivenForm>
{
    public GivenFormValidator()
    {
        RuleFor(form => form.Kind).NotNull().WithMessage("Choose what it was.");
        RuleFor(form => form.On).NotNull().WithMessage("Say on which day.");
    }
}
