using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What becomes of a row.</summary>
public enum RowFate
{
    /// <summary>It makes something new.</summary>
    Created,

    /// <summary>It changes something known.</summary>
    Changed,

    /// <summary>All of it is known already.</summary>
    Unchanged,

    /// <summary>It is left out by decision.</summary>
    LeftOut,
}

/// <summary>A row as the page foretells it: what it is about and each field's before and after.</summary>
public sealed record PreviewRow(int Line, RowFate Fate, string Title, IReadOnlyList<FieldChange> Changes);

/// <summary>What an import would do, to be shown before and done after; written in one transaction or not at all.</summary>
public sealed record ImportPlan
{
    /// <summary>Why nothing can be imported as the columns are matched now.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];

    /// <summary>Errors by row and column, in order of the file.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>Number of rows with errors.</summary>
    public int BadRows { get; init; }

    /// <summary>The first rows of each fate.</summary>
    public IReadOnlyList<PreviewRow> Preview { get; init; } = [];

    /// <summary>What would be written.</summary>
    public ImportResult Result { get; init; } = new();

    /// <summary>Whether it may run: nothing blocks, there is something to take, and errors are absent or left out by choice.</summary>
    public bool MayRun(ImportSettings settings) =>
        Blockers.Count == 0
        && (BadRows == 0 || settings.LeaveOutBadRows)
        && Result.Counts.Created + Result.Counts.Changed + Result.Counts.Unchanged > 0;

    internal IReadOnlyList<IPlannedRows> Rows { get; init; } = [];

    internal IReadOnlyList<Term> NewTerms { get; init; } = [];

    internal IReadOnlyList<(Guid TermId, string Spelling)> Spellings { get; init; } = [];
}
