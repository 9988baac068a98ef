using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>A customer to write: what the file says, laid over what is known.</summary>
internal sealed record PlannedCustomer(int Line, Guid? ExistingId, Func<CompanyFacts?, CompanyFacts> Facts, Guid? OwnerId, bool Activate);

/// <summary>A deal to write: what the file says, laid over what is known.</summary>
internal sealed record PlannedDeal(int Line, Guid? ExistingId, string? ExternalId, Func<DealFacts?, DealFacts> Facts, DealStage? Reached);

/// <summary>What an import would do, to be shown before and done after; written in one transaction or not at all.</summary>
public sealed record ImportPlan
{
    /// <summary>Why nothing can be imported as the columns are matched now.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];

    /// <summary>Errors by row and column, in order of the file.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>Number of rows with errors.</summary>
    public int BadRows { get; init; }

    /// <summary>What would be written.</summary>
    public ImportResult Result { get; init; } = new();

    /// <summary>Whether it may run: nothing blocks, there is something to take, and errors are absent or left out by choice.</summary>
    public bool MayRun(ImportSettings settings) =>
        Blockers.Count == 0
        && (BadRows == 0 || settings.LeaveOutBadRows)
        && Result.Counts.Created + Result.Counts.Changed + Result.Counts.Unchanged > 0;

    internal IReadOnlyList<PlannedCustomer> Customers { get; init; } = [];

    internal IReadOnlyList<PlannedDeal> Deals { get; init; } = [];

    internal IReadOnlyList<Term> NewTerms { get; init; } = [];

    internal IReadOnlyList<(Guid TermId, string Spelling)> Spellings { get; init; } = [];
}
