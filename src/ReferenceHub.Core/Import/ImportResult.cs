namespace ReferenceHub.Core.Import;

/// <summary>Rows of a file by what becomes of them.</summary>
public sealed record ImportCounts(int Created, int Changed, int Unchanged, int LeftOut);

/// <summary>A group of the taken rows: how many, and the total of their amounts (major units) where they have any.</summary>
public sealed record ImportSum(string Label, int Rows, decimal? Total, string? Unit, int WithoutAmount);

/// <summary>What an import wrote.</summary>
public sealed record ImportResult
{
    /// <summary>Rows by what became of them.</summary>
    public ImportCounts Counts { get; init; } = new(0, 0, 0, 0);

    /// <summary>Totals, to be held against the file.</summary>
    public IReadOnlyList<ImportSum> Sums { get; init; } = [];

    /// <summary>Things worth knowing.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Words added to taxonomies.</summary>
    public IReadOnlyList<string> NewTerms { get; init; } = [];
}
