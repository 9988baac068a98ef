using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Usage;

/// <summary>Something that was given to a customer, as its form says it.</summary>
public sealed record GivenSpec
{
    /// <summary>What it was.</summary>
    public GivenKind Kind { get; init; }

    /// <summary>Who got it, if one person; a gift always goes to one.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Day on which it was given, in the program's zone.</summary>
    public DateOnly On { get; init; }

    /// <summary>Effort units it makes up for; the usual ones of its kind when null.</summary>
    public int? Units { get; init; }

    /// <summary>Price; a gift always has one.</summary>
    public decimal? Worth { get; init; }

    /// <summary>Currency (ISO 4217) that the price was asked for in; the one of today when null.</summary>
    public string? Currency { get; init; }

    /// <summary>What exactly.</summary>
    public string? Note { get; init; }

    /// <summary>Units it makes up for.</summary>
    public int UnitsMade => Units ?? GivenKinds.UsualUnits(Kind);

    /// <summary>What stands in the way on a day, where prices are noted in a currency, by the field it stands in; null when it can be written.</summary>
    public Outcome? WhyNot(DateOnly today, string currency) => this switch
    {
        _ when !Enum.IsDefined(Kind) => Outcome.Refuse("Choose what it was.", nameof(Kind)),
        _ when !Days.Holds(On) || On > today => Outcome.Refuse("Say on which day, today at the latest: what is promised is written down once it is given.", nameof(On)),
        { Units: < 0 or > GivenValue.MostUnits } => Outcome.Refuse($"Units are a number from 0 to {GivenValue.MostUnits}.", nameof(Units)),
        { Worth: >= PolicyEdition.MostAmount } => Outcome.Refuse("This is more than anything given is worth.", nameof(Worth)),
        { Worth: { } worth } when Currencies.WhyNot(worth, currency) is { } why => Outcome.Refuse(why, nameof(Worth)),
        { Worth: not null, Currency: { } other } when other != currency => Outcome.Refuse($"Prices are noted in {currency} since a moment ago, no longer in {other}. Say what it cost in {currency}.", nameof(Worth)),
        { Note.Length: > GivenValue.NoteLength } => Outcome.Refuse($"At most {GivenValue.NoteLength} characters.", nameof(Note)),
        { Kind: GivenKind.Other } when string.IsNullOrWhiteSpace(Note) => Outcome.Refuse("Say what it was.", nameof(Note)),
        { Kind: GivenKind.Gift, ContactId: null } => Outcome.Refuse("Say who got it: gifts are held to a limit per person.", nameof(ContactId)),
        { Kind: GivenKind.Gift, Units: > 0 } => Outcome.Refuse("A gift makes up for nothing: it is thanks and never pay. Leave the units empty.", nameof(Units)),
        { Kind: GivenKind.Gift, Worth: null } => Outcome.Refuse("Say what it cost: gifts are held to a limit per person.", nameof(Worth)),
        _ => null,
    };
}
