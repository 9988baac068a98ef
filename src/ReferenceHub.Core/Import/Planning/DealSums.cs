using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Totals of deals by outcome and currency, to be held against the file.</summary>
internal sealed class DealSums
{
    private readonly Dictionary<(DealOutcome Outcome, string Currency), (int Rows, long Minor, int Without)> groups = [];

    public IReadOnlyList<ImportSum> All =>
        [.. groups
            .OrderBy(group => group.Key.Outcome)
            .ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .Select(group => new ImportSum(
                group.Key.Outcome.ToString(),
                group.Value.Rows,
                group.Value.Without == group.Value.Rows ? null : Currencies.ToMajor(group.Value.Minor, group.Key.Currency),
                group.Key.Currency,
                group.Value.Without))];

    public void Add(DealFacts deal)
    {
        var key = (deal.Outcome, deal.Currency);
        var (rows, minor, without) = groups.GetValueOrDefault(key);
        groups[key] = (rows + 1, minor + (deal.AmountMinor ?? 0), without + (deal.AmountMinor is null ? 1 : 0));
    }
}
