using ReferenceHub.Core.History;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import.Writing;

/// <summary>The uses that one row tells of, to write into the ledger.</summary>
internal sealed record PlannedPastUse(string Activity, IReadOnlyList<LogUse> Uses);

/// <summary>Past uses to write: they count, are marked as imported, and no limit refuses them.</summary>
internal sealed class PlannedPastUses(IReadOnlyList<PlannedPastUse> rows) : PlannedRows<PlannedPastUse>(rows)
{
    protected override async Task WriteAsync(IReadOnlyList<PlannedPastUse> portion, ImportRun run, CancellationToken ct)
    {
        foreach (var use in await run.Uses.LogManyAsync([.. portion.SelectMany(planned => planned.Uses)], run.By, ct))
        {
            run.Trace(TracedRow.Use, use);
        }

        foreach (var customer in portion.GroupBy(planned => planned.Uses[0].CustomerId))
        {
            var count = customer.Sum(planned => planned.Uses.Count);
            run.Record(SubjectKind.Customer, customer.Key, "uses-imported", count == 1 ? $"Imported a past use ({customer.First().Activity.ToLowerInvariant()})" : $"Imported {count} past uses", []);
        }

        await run.SaveAsync(ct);
    }
}
