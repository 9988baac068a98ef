namespace ReferenceHub.Core.Usage;

/// <summary>Something that a comparison found, before it is known whether it was found already.</summary>
/// <param name="CustomerId">Whose ledger.</param>
/// <param name="UseId">The use, if it is about one.</param>
/// <param name="Kind">What kind of difference.</param>
/// <param name="Words">What is said there and what here.</param>
public sealed record Difference(Guid CustomerId, Guid? UseId, FindingKind Kind, string Words)
{
    /// <summary>What it is about.</summary>
    public FindingKey Key => new(CustomerId, UseId, Kind);

    /// <summary>One difference for everything of a kind that is wrong about the same use, or about the same ledger.</summary>
    public static IEnumerable<Difference> InOne(IEnumerable<Difference> found) =>
        found.GroupBy(difference => difference.Key).Select(same => same.First() with { Words = Joined(same.Select(difference => difference.Words).Distinct().Order(StringComparer.Ordinal)) });

    private static string Joined(IEnumerable<string> sentences)
    {
        var words = string.Join(' ', sentences);
        return words.Length <= LedgerFinding.WordsLength ? words : words[..(LedgerFinding.WordsLength - 1)] + "…";
    }
}

/// <summary>What makes a difference the same when it is found again, however it is worded then: whose ledger, which use, what kind.</summary>
public sealed record FindingKey(Guid CustomerId, Guid? UseId, FindingKind Kind);
