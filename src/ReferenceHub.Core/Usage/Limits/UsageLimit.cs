namespace ReferenceHub.Core.Usage;

/// <summary>One enabled policy as the checks see it.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Per">Whether the customer's uses or one contact's uses are counted.</param>
/// <param name="ContactId">The one contact it binds; null for every contact.</param>
/// <param name="Activities">Keys of the activity types it counts and binds; empty for all.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Amount">Most that fits into a window; unused for a rest.</param>
/// <param name="Window">The window or rest.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="SetBy">Who set it, in words.</param>
public sealed record UsageLimit(
    Guid PolicyId,
    PolicyPer Per,
    Guid? ContactId,
    IReadOnlySet<string> Activities,
    PolicyMeasure Measure,
    int Amount,
    LimitWindow Window,
    string Rule,
    string SetBy)
{
    /// <summary>How much of it is kept for large deals, which fill that first.</summary>
    public int HeldBack { get; init; }

    /// <summary>Its cause is for few: whoever is refused hears neither it nor the day on which it ends.</summary>
    public bool Confidential { get; init; }

    /// <summary>Which days a blackout closes.</summary>
    public Func<DateOnly, bool>? Closed { get; init; }

    /// <summary>True if this limit has a say about the ask: a blackout always, a rest and what is counted per contact only of what takes time.</summary>
    public bool Binds(UsageAsk ask) => Holds(ask.ActivityKey)
        && (Window.Kind == WindowKind.Blackout || ask.TakesTime || (Per == PolicyPer.Customer && Window.Counts))
        && (Per == PolicyPer.Customer || HoldsContact(ask.ContactId));

    /// <summary>True if the use counts towards this limit for that contact (ignored when counted per customer).</summary>
    public bool Counts(Use use, Guid? contactId) => Holds(use.ActivityKey) && (Per == PolicyPer.Customer || InvolvesContact(use, contactId));

    /// <summary>What is kept from an ask: nothing from one for a large deal.</summary>
    public int KeptFrom(UsageAsk ask) => ask.Large ? 0 : HeldBack;

    /// <summary>What an ask takes of the limit.</summary>
    public int AmountOf(UsageAsk ask) => AmountOf(ask.Units, ask.Minutes);

    /// <summary>What a use takes of the limit; nothing after a no-show.</summary>
    public int AmountOf(Use use) => use.Counts ? AmountOf(use.Units, use.Minutes) : 0;

    private int AmountOf(int units, int minutes) => Measure switch
    {
        PolicyMeasure.Uses => 1,
        PolicyMeasure.Units => units,
        _ => minutes,
    };

    private bool Holds(string activityKey) => Activities.Count == 0 || Activities.Contains(activityKey);

    private bool HoldsContact(Guid? contactId) => contactId is not null && (ContactId is null || ContactId == contactId);

    private static bool InvolvesContact(Use use, Guid? contactId) =>
        contactId is not null && use.ContactId == contactId && (use.TakesTime || use.StartsRest);
}

/// <summary>A use that somebody would like.</summary>
/// <param name="ContactId">The contact, if one is chosen.</param>
/// <param name="ActivityKey">Key of the activity type.</param>
/// <param name="Units">Effort units.</param>
/// <param name="Minutes">Contact minutes.</param>
/// <param name="On">The day, in the program's zone.</param>
/// <param name="Large">For a deal above the amount for which capacity is held back.</param>
public sealed record UsageAsk(Guid? ContactId, string ActivityKey, int Units, int Minutes, DateOnly On, bool Large = false)
{
    /// <summary>True if it takes a contact's time; a mere listing does not.</summary>
    public bool TakesTime => Units > 0 || Minutes > 0;
}
