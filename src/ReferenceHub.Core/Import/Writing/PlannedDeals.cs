using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;

namespace ReferenceHub.Core.Import.Writing;

/// <summary>A deal to write: what the file says, laid over what is known.</summary>
internal sealed record PlannedDeal(int Line, Guid? ExistingId, string? ExternalId, Func<DealFacts?, DealFacts> Facts, DealStage? Reached);

/// <summary>Deals to write.</summary>
internal sealed class PlannedDeals(IReadOnlyList<PlannedDeal> rows) : PlannedRows<PlannedDeal>(rows)
{
    protected override async Task WriteAsync(IReadOnlyList<PlannedDeal> portion, ImportRun run, CancellationToken ct)
    {
        var keys = portion.Select(planned => planned.ExistingId).OfType<Guid>().ToArray();
        var existing = keys.Length == 0 ? [] : await run.Db.Opportunities.Where(deal => EF.Parameter(keys).Contains(deal.Id)).ToDictionaryAsync(deal => deal.Id, ct);
        foreach (var planned in portion)
        {
            var deal = planned.ExistingId is { } id ? existing[id] : null;
            var before = deal?.Facts;
            if (deal is null)
            {
                deal = new Opportunity(run.Ids.Next(), planned.ExternalId ?? await OpportunityService.DrawKeyAsync(run.Db, ct), planned.Facts(null), run.Now);
                run.Db.Opportunities.Add(deal);
            }
            else
            {
                deal.Describe(planned.Facts(before));
            }

            if (planned.Reached is { } stage)
            {
                deal.Reach(stage);
            }

            run.Record(SubjectKind.Opportunity, deal.Id, before is null ? "created" : "edited", "Imported", before is null ? [] : DealChanges.Between(before, deal.Facts));
        }

        await run.SaveAsync(ct);
    }
}
