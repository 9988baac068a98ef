using System.Runtime.CompilerServices;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Rows of the load calendar, kept from page to page for the type looked at last: one is worked out again when facts or usage of its customer changed. A new day,
/// other policies or another form of the type begin anew. Of programs larger than any calendar is read in, nothing is kept.
/// </summary>
public sealed class LoadRows(UsageOverlay overlay)
{
    private const int MostKept = 20_000;
    private volatile Kept? latest;

    /// <summary>A row without weeks for each customer of a catalog; the overlay must have been loaded.</summary>
    internal List<LoadRow> Of(CatalogSnapshot facts, ActivityType type, DateOnly today, Viewer viewer)
    {
        var policies = overlay.Policies;
        var kept = facts.Count <= MostKept && viewer.Can(Right.SeeCustomerSecrets) ? KeptFor(type, policies, today) : null;
        var rows = new List<LoadRow>(facts.Count);
        foreach (var (block, gone) in facts.Blocks)
        {
            var known = kept?.Rows.GetValue(block, static block => new Known?[block.Count]);
            for (var row = 0; row < block.Count; row++)
            {
                if (gone.Has(row) || !LoadRoster.Holds(block, row))
                {
                    continue;
                }

                var usage = overlay.Of(block.Ids[row]);
                if (known?[row] is not { } one || !one.IsOf(usage))
                {
                    one = new Known(usage, LoadRow.Of(LoadRoster.Customer(block, row, viewer), type, usage, policies, today));
                    _ = known is null ? one : known[row] = one;
                }

                rows.Add(one.Row);
            }
        }

        return rows;
    }

    private Kept KeptFor(ActivityType type, PolicyBook policies, DateOnly today)
    {
        var kept = latest;
        if (kept is null || kept.Today != today || kept.TypeKey != type.Key || kept.TypeVersion != type.Version || !ReferenceEquals(kept.Policies, policies))
        {
            latest = kept = new Kept(today, type.Key, type.Version, policies);
        }

        return kept;
    }

    private sealed record Kept(DateOnly Today, string TypeKey, int TypeVersion, PolicyBook Policies)
    {
        public ConditionalWeakTable<CatalogBlock, Known?[]> Rows { get; } = [];
    }

    private sealed record Known(CustomerUsage Usage, LoadRow Row)
    {
        // Of who was never used the overlay keeps nothing.
        public bool IsOf(CustomerUsage usage) => ReferenceEquals(Usage, usage) || (IsEmpty(Usage) && IsEmpty(usage));

        private static bool IsEmpty(CustomerUsage usage) => usage.Uses.Count == 0 && usage.Signals.Count == 0;
    }
}
