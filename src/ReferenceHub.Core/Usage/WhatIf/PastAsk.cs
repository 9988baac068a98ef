using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>One ask of the past, as the ledger has it.</summary>
/// <param name="UseId">The use it reserved.</param>
/// <param name="CustomerId">The customer asked.</param>
/// <param name="ContactId">The contact asked, if one was chosen.</param>
/// <param name="ActivityKey">Activity type.</param>
/// <param name="Units">Effort units.</param>
/// <param name="Minutes">Contact minutes.</param>
/// <param name="AskedOn">Day of the ask, in the program's zone.</param>
/// <param name="On">Day wished for.</param>
/// <param name="EndedOn">Day on which its capacity came back; null if it was used, or stands.</param>
/// <param name="Amount">Amount of the deal in the program's currency, if known.</param>
/// <param name="RequestNumber">The request, if there is one.</param>
/// <param name="Overridden">A limit of its day was overridden for it.</param>
public sealed record PastAsk(
    Guid UseId,
    Guid CustomerId,
    Guid? ContactId,
    string ActivityKey,
    int Units,
    int Minutes,
    DateOnly AskedOn,
    DateOnly On,
    DateOnly? EndedOn,
    decimal? Amount,
    int? RequestNumber,
    bool Overridden);

/// <summary>What a replay goes through.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Before">Uses of the time before that stand.</param>
/// <param name="Asks">Asks of the period.</param>
/// <param name="Customers">Everybody who acts as a reference, as limits see them.</param>
/// <param name="Scopes">What a contact has to be willing to, by activity type.</param>
public sealed record ReplayHistory(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<Use> Before,
    IReadOnlyList<PastAsk> Asks,
    IReadOnlyList<UsageSubject> Customers,
    IReadOnlyDictionary<string, PermissionScope> Scopes);

/// <summary>What would have become of an ask.</summary>
public enum ReplayFate
{
    /// <summary>Allowed as it was asked.</summary>
    Allowed,

    /// <summary>Allowed with another contact of the same customer.</summary>
    OtherContact,

    /// <summary>Asked of another customer like it, on the same day.</summary>
    Moved,

    /// <summary>Asked of the same customer, on a later day.</summary>
    Delayed,

    /// <summary>Not possible.</summary>
    Refused,
}

/// <summary>An ask that would have gone otherwise.</summary>
/// <param name="RequestNumber">The request, if there is one.</param>
/// <param name="CustomerId">The customer asked.</param>
/// <param name="ActivityKey">Activity type.</param>
/// <param name="On">Day wished for.</param>
/// <param name="Fate">What would have become of it.</param>
/// <param name="Rule">The rule that refuses it.</param>
/// <param name="InsteadId">The customer asked instead.</param>
/// <param name="LaterOn">The day on which it would have been possible.</param>
public sealed record ReplayedAsk(int? RequestNumber, Guid CustomerId, string ActivityKey, DateOnly On, ReplayFate Fate, string Rule, Guid? InsteadId, DateOnly? LaterOn);

/// <summary>What a set of policies would have done over a period.</summary>
public sealed record ReplayFigures
{
    /// <summary>Asks of the period.</summary>
    public int Asks { get; init; }

    /// <summary>Allowed as they were asked, or with another contact.</summary>
    public int Allowed { get; init; }

    /// <summary>Asked of another customer.</summary>
    public int Moved { get; init; }

    /// <summary>Asked later.</summary>
    public int Delayed { get; init; }

    /// <summary>Not possible.</summary>
    public int Refused { get; init; }

    /// <summary>Median delay of those asked later, in days.</summary>
    public int MedianDelay { get; init; }

    /// <summary>Units in the fullest week.</summary>
    public int PeakWeek { get; init; }

    /// <summary>Monday of that week.</summary>
    public DateOnly? PeakWeekOf { get; init; }

    /// <summary>Most units of one customer in 90 days.</summary>
    public int PeakCustomer { get; init; }

    /// <summary>Uses that the most used tenth of the references carries.</summary>
    public int TopTenth { get; init; }

    /// <summary>Uses in all.</summary>
    public int Uses { get; init; }

    /// <summary>Customers used.</summary>
    public int CustomersUsed { get; init; }

    /// <summary>Asks refused at first, by rule, the most frequent first.</summary>
    public IReadOnlyList<RuleCount> Rules { get; init; } = [];

    /// <summary>Asks that would have gone otherwise, the first of them.</summary>
    public IReadOnlyList<ReplayedAsk> Changed { get; init; } = [];

    /// <summary>Share of the asks that somebody could have been found for, 0 to 1; null without asks.</summary>
    public double? Fulfilment => Asks == 0 ? null : (Asks - Refused) / (double)Asks;

    /// <summary>Share of the uses that the most used tenth carries, 0 to 1; null without uses.</summary>
    public double? Concentration => Uses == 0 ? null : TopTenth / (double)Uses;
}

/// <summary>How often a rule refused.</summary>
public sealed record RuleCount(string Rule, int Count);
