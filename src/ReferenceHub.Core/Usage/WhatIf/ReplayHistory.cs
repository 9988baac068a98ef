using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>What a replay goes through.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Uses">The asks of the period, and every use written down until its end that limits could see when they were made.</param>
/// <param name="Customers">Everybody who acts as a reference, as limits see them.</param>
/// <param name="Scopes">What a contact has to be willing to, by activity type.</param>
/// <param name="Products">Which of the customers' terms are products.</param>
public sealed record ReplayHistory(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<PastUse> Uses,
    IReadOnlyList<UsageSubject> Customers,
    IReadOnlyDictionary<string, PermissionScope> Scopes,
    IReadOnlySet<Guid> Products);

/// <summary>One use of the past, step by step as its ledger entries tell.</summary>
/// <param name="Steps">What was written, in that order; of an ask of the period the first is the ask itself.</param>
/// <param name="IsAsk">It was asked in the period; what was asked before or logged counts as it was.</param>
/// <param name="RequestNumber">The request, if there is one.</param>
/// <param name="Amount">Amount of the deal in the program's currency, if known.</param>
public sealed record PastUse(IReadOnlyList<PastStep> Steps, bool IsAsk, int? RequestNumber = null, decimal? Amount = null)
{
    /// <summary>The use as it was written first.</summary>
    public Use First => Steps[0].Use;
}

/// <summary>One step of a use.</summary>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Sequence">Place in the customer's ledger.</param>
/// <param name="IsChecked">The limits had to allow it: an ask, or another day or contact for it.</param>
/// <param name="Overrides">A limit was overridden for it.</param>
/// <param name="Use">The use as it stood from then on.</param>
public sealed record PastStep(DateTime At, int Sequence, bool IsChecked, bool Overrides, Use Use)
{
    /// <summary>The steps that entries of one use stand for; entries in the order in which they were written.</summary>
    public static IReadOnlyList<PastStep> Of(IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var steps = new List<PastStep>(entries.Count);
        for (var place = 0; place < entries.Count; place++)
        {
            // Another day is written as a release and a reservation: one step.
            var entry = entries[place];
            if (entry.Kind != LedgerKind.Released || place + 1 == entries.Count || entries[place + 1].Kind != LedgerKind.Reserved)
            {
                steps.Add(new PastStep(entry.At, entry.Sequence, entry.Kind == LedgerKind.Reserved, entry.IsOverride, entry.AsUse()));
            }
        }

        return steps;
    }
}
