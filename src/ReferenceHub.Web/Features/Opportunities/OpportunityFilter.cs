using ReferenceHub.Core.Deals;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>What the address of the list says.</summary>
public sealed class OpportunityFilter
{
    public string? Q { get; set; }

    public string? Outcome { get; set; }

    public string? Stage { get; set; }

    public bool Mine { get; set; }

    public string? Sort { get; set; }

    public string? After { get; set; }

    /// <summary>The outcome, when it is one.</summary>
    public DealOutcome? OutcomeAsked => Enum.TryParse<DealOutcome>(Outcome, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrow => Mine || OutcomeAsked is not null || !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrWhiteSpace(Stage);

    public OpportunitySearch ToSearch() => new()
    {
        Text = Q?.Length > 200 ? Q[..200] : Q,
        Outcome = OutcomeAsked,
        StageKey = Stage,
        Mine = Mine,
        Sort = Sort?.TrimStart('-') switch { "name" => DealSort.Name, "amount" => DealSort.Amount, _ => DealSort.Closes },
        Descending = Sort is null or { Length: 0 } || Sort[0] == '-',
        After = After,
    };
}

/// <summary>The list page.</summary>
public sealed record OpportunityList(OpportunityFilter Filter, OpportunityPage Page, IReadOnlyList<DealStage> Stages, bool SeesAmounts);
