using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>A use to reserve for an ask.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactId">The contact, if one is chosen.</param>
/// <param name="ActivityKey">Activity type.</param>
/// <param name="On">Planned date, until there is one needed-by, in the program's zone.</param>
/// <param name="Source">What it is for.</param>
/// <param name="SourceId">The candidate.</param>
/// <param name="Override">Sponsor and reason, to go beyond a limit.</param>
/// <param name="DealAmount">Amount of the deal it serves in the program's currency, if known: what is held back is for large ones.</param>
public sealed record ReserveUse(
    Guid CustomerId, Guid? ContactId, string ActivityKey, DateOnly On, UseSource Source, Guid SourceId, OverrideMark? Override = null, decimal? DealAmount = null);

/// <summary>Where a reserved use goes.</summary>
/// <param name="On">New date.</param>
/// <param name="ContactId">New contact, or the same.</param>
/// <param name="Agreed">The customer has said yes: it is planned, no longer a pending ask.</param>
/// <param name="Override">Sponsor and reason, to go beyond a limit.</param>
/// <param name="DealAmount">Amount of the deal it serves in the program's currency, if known.</param>
/// <param name="HeedPauses">Days on which the customer or the contact is paused are refused: nobody has agreed the day with them.</param>
public sealed record MoveUse(DateOnly On, Guid? ContactId, bool Agreed, OverrideMark? Override = null, decimal? DealAmount = null, bool HeedPauses = false);

/// <summary>What is put right about a use that took place; null leaves a thing as it is.</summary>
/// <param name="On">Day on which it took place.</param>
/// <param name="Units">Effort units.</param>
/// <param name="Minutes">Contact minutes.</param>
public sealed record CorrectUse(DateOnly? On, int? Units, int? Minutes)
{
    /// <summary>Whose time it took.</summary>
    public CorrectContact? Contact { get; init; }

    /// <summary>Whether it was held; one that was not gives its units back and keeps the rest that its day starts.</summary>
    public bool? Held { get; init; }

    /// <summary>Place of the last entry that whoever corrects has seen; a later one is met with a refusal.</summary>
    public int? Seen { get; init; }
}

/// <summary>The contact whose time a use took; nobody in particular when null.</summary>
public sealed record CorrectContact(Guid? Id);

/// <summary>A use that happened outside the product, or before it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactId">The contact, if known.</param>
/// <param name="ActivityKey">Activity type.</param>
/// <param name="On">Day on which it took place, or will: it is agreed already.</param>
/// <param name="Minutes">Contact minutes; the type's when null.</param>
/// <param name="Note">What it was.</param>
/// <param name="Source">Outside or an import.</param>
/// <param name="SourceId">The import row, or the deal that a use outside the product served, if any.</param>
public sealed record LogUse(
    Guid CustomerId, Guid? ContactId, string ActivityKey, DateOnly On, int? Minutes, string Note, UseSource Source = UseSource.Outside, Guid? SourceId = null);

/// <summary>Who answers for going beyond a limit, and why; both are kept for ever.</summary>
public sealed record OverrideMark(string Sponsor, string Reason);

/// <summary>The answer to a reservation.</summary>
/// <param name="UseId">The use, when allowed.</param>
/// <param name="Refusal">Why not, when refused.</param>
/// <param name="Overridden">True when it went beyond a limit by an override.</param>
public sealed record Reservation(Guid UseId, LimitRefusal? Refusal, bool Overridden = false)
{
    /// <summary>True when the capacity is reserved.</summary>
    public bool Allowed => Refusal is null;

    /// <summary>The same as an outcome, to refuse a whole command with.</summary>
    public Outcome<Guid> Outcome => Refusal is null ? UseId : Outcome<Guid>.Refuse(Refusal.Sentence);
}

/// <summary>Why a use is refused, without anybody's secret reasons.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="FreeOn">First day on which it would be allowed; null if none is in sight.</param>
/// <param name="CanOverride">True for a limit; a pause or a missing willingness is not overridden.</param>
public sealed record LimitRefusal(string Rule, string SetBy, DateOnly? FreeOn, bool CanOverride = true)
{
    /// <summary>The refusal in one sentence for people.</summary>
    public string Sentence => LimitWords.Sentence(Rule, SetBy, FreeOn);
}
