namespace ReferenceHub.Core.Matching;

/// <summary>A set of rows to look at, 64 rows a word: nobody can write to it, so that it may be kept and shared. The default is no set, which stands for the empty one.</summary>
internal readonly struct RowSet(ulong[]? words)
{
    private readonly ulong[]? words = words;

    /// <summary>Whether there is no set.</summary>
    public bool IsNone => words is null;

    /// <summary>The rows as bits; no words where there is no set.</summary>
    public ReadOnlySpan<ulong> Words => words;

    public bool Has(int row) => words is not null && (words[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>The rows, ascending, for foreach.</summary>
    public RowWalk Rows() => new(words ?? []);

    /// <summary>What somebody works with may be looked at, never the other way round.</summary>
    public static implicit operator RowSet(ulong[]? words) => new(words);
}
