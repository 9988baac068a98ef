namespace ReferenceHub.Core.Usage;

/// <summary>What a set of policies would have done over a period.</summary>
public sealed record ReplayFigures
{
    /// <summary>Asks of the period.</summary>
    public int Asks { get; init; }

    /// <summary>Allowed as they were asked, with another contact, or by an override as then.</summary>
    public int Allowed { get; init; }

    /// <summary>Of those allowed, with another contact of the same customer.</summary>
    public int OtherContact { get; init; }

    /// <summary>Of those allowed, against a rule: by the override of then.</summary>
    public int Overridden { get; init; }

    /// <summary>Asked of another customer.</summary>
    public int Moved { get; init; }

    /// <summary>Asked later.</summary>
    public int Delayed { get; init; }

    /// <summary>Not possible.</summary>
    public int Refused { get; init; }

    /// <summary>Median delay of those asked later, in days.</summary>
    public int MedianDelay { get; init; }

    /// <summary>Changes of the day or contact, agreed then, that a rule refuses: those uses stay on their day.</summary>
    public int Kept { get; init; }

    /// <summary>Units in the fullest week.</summary>
    public int PeakWeek { get; init; }

    /// <summary>Monday of that week.</summary>
    public DateOnly? PeakWeekOf { get; init; }

    /// <summary>Most units of one customer in 90 days.</summary>
    public int PeakCustomer { get; init; }

    /// <summary>The customer that has them.</summary>
    public Guid? PeakCustomerId { get; init; }

    /// <summary>Uses that the most used tenth of the references carries.</summary>
    public int TopTenth { get; init; }

    /// <summary>Uses in all.</summary>
    public int Uses { get; init; }

    /// <summary>Customers used.</summary>
    public int CustomersUsed { get; init; }

    /// <summary>Asks refused at first, by rule, the most frequent first.</summary>
    public IReadOnlyList<RuleCount> Rules { get; init; } = [];

    /// <summary>The policies gone by.</summary>
    public PolicyMark? Policies { get; init; }

    /// <summary>Share of the asks that somebody could have been found for, 0 to 1; null without asks.</summary>
    public double? Fulfilment => Asks == 0 ? null : (Asks - Refused) / (double)Asks;

    /// <summary>Share of the uses that the most used tenth carries, 0 to 1; null without uses.</summary>
    public double? Concentration => Uses == 0 ? null : TopTenth / (double)Uses;

    /// <summary>Asks that would have gone otherwise than they went, in all; kept with the draft's figures.</summary>
    public int Otherwise { get; init; }

    /// <summary>Of those, asks with which the draft does otherwise than the policies in force; kept with the draft's figures.</summary>
    public int Different { get; init; }

    /// <summary>The first of them, those that differ before the others; kept with the draft's figures.</summary>
    public IReadOnlyList<ChangedAsk> Changed { get; init; } = [];
}

/// <summary>How often a rule refused.</summary>
public sealed record RuleCount(string Rule, int Count);

/// <summary>Which policies a replay went by: when they read otherwise now, its figures are about others.</summary>
/// <param name="EditionId">The version of the policies.</param>
/// <param name="Number">Its number.</param>
/// <param name="Print">The same as long as every policy in it is.</param>
public sealed record PolicyMark(Guid EditionId, int Number, string Print);
