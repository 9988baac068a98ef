namespace ReferenceHub.Core.Deals;

/// <summary>What a list of deals is sorted by.</summary>
public enum DealSort
{
    /// <summary>Close date; deals without one count as the earliest.</summary>
    Closes,

    /// <summary>Name.</summary>
    Name,

    /// <summary>Amount, unknown ones as the smallest; for those who see amounts.</summary>
    Amount,
}

/// <summary>What a list of deals shows.</summary>
public sealed record OpportunitySearch
{
    /// <summary>Words that name, account or external id hold.</summary>
    public string? Text { get; init; }

    /// <summary>Only this outcome.</summary>
    public DealOutcome? Outcome { get; init; }

    /// <summary>Only this open stage.</summary>
    public string? StageKey { get; init; }

    /// <summary>Only the viewer's own.</summary>
    public bool Mine { get; init; }

    /// <summary>Order.</summary>
    public DealSort Sort { get; init; }

    /// <summary>Whether the largest or latest comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>Where the page before ended, as <see cref="OpportunityPage.Next"/> gave it.</summary>
    public string? After { get; init; }
}

/// <summary>One deal in a list; the amount is null when unknown or not for this viewer.</summary>
public sealed record OpportunityRow(
    Guid Id, string ExternalId, string Name, string? AccountName, string? Product, string? StageKey, DealOutcome Outcome,
    DateOnly? OpenedOn, DateOnly? ClosesOn, long? AmountMinor, string Currency, bool AmountHidden, Guid? OwnerId, string? OwnerName);

/// <summary>One page of deals, how many there are, and where the next page begins.</summary>
public sealed record OpportunityPage(IReadOnlyList<OpportunityRow> Rows, int Total, string? Next);

/// <summary>One deal in full; the amount is null when unknown or not for this viewer.</summary>
public sealed record OpportunityDetail(OpportunityRow Row, DealFacts Facts, int HighestStage, DateTime CreatedAt, bool MayEdit, int Version)
{
    /// <summary>The amount is a seller's own: nobody who runs the program has confirmed it.</summary>
    public bool AmountUnconfirmed { get; init; }
}

/// <summary>A deal to pick in a form.</summary>
public sealed record OpportunityOption(Guid Id, string Label, string Hint)
{
    /// <summary>Label and hint on one line.</summary>
    public string InFull => Hint.Length > 0 ? $"{Label} · {Hint}" : Label;
}
