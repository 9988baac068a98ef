namespace ReferenceHub.Core.Usage;

/// <summary>One use of a customer as the ledger holds it.</summary>
/// <param name="UseId">The use that its ledger entries share.</param>
/// <param name="CustomerId">The customer used.</param>
/// <param name="ContactId">The contact whose time it takes, if any.</param>
/// <param name="ActivityKey">Key of the activity type.</param>
/// <param name="Units">Effort units it counts for; 0 once released.</param>
/// <param name="Minutes">Contact minutes it counts for.</param>
/// <param name="On">Planned date, or needed-by until there is one, in the program's zone.</param>
/// <param name="State">Pending ask, planned, done or a no-show.</param>
/// <param name="StartsRest">True if a rest between uses starts with it.</param>
/// <param name="Source">What brought it about.</param>
/// <param name="SourceId">The candidate, project or import row behind it, or the deal that a use outside the product served.</param>
/// <param name="Overridden">True if a limit was overridden for it, for ever.</param>
public sealed record Use(
    Guid UseId,
    Guid CustomerId,
    Guid? ContactId,
    string ActivityKey,
    int Units,
    int Minutes,
    DateOnly On,
    UseState State,
    bool StartsRest,
    UseSource Source,
    Guid? SourceId,
    bool Overridden)
{
    /// <summary>True if it serves a deal for which capacity is held back: it fills what is kept first.</summary>
    public bool ForLargeDeal { get; init; }

    /// <summary>True if it was logged ahead: agreed outside the product, its day is to come.</summary>
    public bool IsAhead(DateOnly today) => State == UseState.Done && On > today;

    /// <summary>True while it counts as one use; a released one and a no-show do not.</summary>
    public bool Counts => State is not (UseState.NoShow or UseState.Released);

    /// <summary>True while limits have to know of it: it counts, or a rest starts with it.</summary>
    public bool Stands => Counts || StartsRest;

    /// <summary>True if it takes, or took, a contact's time; a mere listing does not.</summary>
    public bool TakesTime => Units > 0 || Minutes > 0;

    /// <summary>True if it is counted where figures tell how hard references are used.</summary>
    public bool IsLoad => Counts && TakesTime;
}

/// <summary>How far a use has come.</summary>
public enum UseState
{
    /// <summary>Asked, not answered yet; the capacity is reserved.</summary>
    Pending,

    /// <summary>Agreed, its day is to come.</summary>
    Planned,

    /// <summary>It took place.</summary>
    Done,

    /// <summary>It did not take place; only the rest after it remains.</summary>
    NoShow,

    /// <summary>Declined, withdrawn or never answered: the capacity is free again.</summary>
    Released,
}

/// <summary>What a use came from.</summary>
public enum UseSource
{
    /// <summary>A candidate of a reference request.</summary>
    Request,

    /// <summary>A project.</summary>
    Project,

    /// <summary>An import of past uses.</summary>
    Import,

    /// <summary>Logged by hand: it happened outside the product.</summary>
    Outside,
}
