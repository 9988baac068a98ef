using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import;

/// <summary>Writes a plan inside the transaction at hand, in portions so that memory stays small.</summary>
internal sealed class ImportWriter(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, ImportProgress progress)
{
    private const int Portion = 1000;

    public async Task WriteAsync(Guid batchId, string fileName, ImportPlan plan, Viewer by, CancellationToken ct)
    {
        await WriteTermsAsync(plan, ct);
        var total = plan.Customers.Count + plan.Deals.Count;
        var done = 0;
        foreach (var portion in plan.Customers.Chunk(Portion))
        {
            await WriteCustomersAsync(portion, fileName, by, ct);
            progress.Report(batchId, done += portion.Length, total);
        }

        foreach (var portion in plan.Deals.Chunk(Portion))
        {
            await WriteDealsAsync(portion, fileName, by, ct);
            progress.Report(batchId, done += portion.Length, total);
        }
    }

    private async Task WriteTermsAsync(ImportPlan plan, CancellationToken ct)
    {
        // Added anew in each try: a term keeps no trace of the try before.
        db.Terms.AddRange(plan.NewTerms.Select(term => new Term(term.Id, term.Kind, term.Key, term.Name)));
        var touched = plan.Spellings.Select(spelling => spelling.TermId).Distinct().ToArray();
        foreach (var term in await db.Terms.Where(term => EF.Parameter(touched).Contains(term.Id)).ToListAsync(ct))
        {
            var spellings = plan.Spellings.Where(spelling => spelling.TermId == term.Id && !term.GoesBy(TextKey.Of(spelling.Spelling))).Select(spelling => spelling.Spelling).ToList();
            if (spellings.Count > 0)
            {
                term.Rename(term.Name, term.Aliases.Concat(spellings));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task WriteCustomersAsync(PlannedCustomer[] portion, string fileName, Viewer by, CancellationToken ct)
    {
        var keys = portion.Select(planned => planned.ExistingId).OfType<Guid>().ToArray();
        var existing = keys.Length == 0 ? [] : await db.Customers.Where(customer => EF.Parameter(keys).Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, ct);
        foreach (var planned in portion)
        {
            var customer = planned.ExistingId is { } id ? existing[id] : null;
            var before = customer?.CompanyFacts;
            if (customer is null)
            {
                customer = new Customer(ids.NextQuiet(), planned.Facts(null), planned.OwnerId, clock.UtcNow());
                db.Customers.Add(customer);
            }
            else
            {
                customer.Describe(planned.Facts(before));
                customer.HandTo(planned.OwnerId ?? customer.OwnerId);
            }

            if (planned.Activate)
            {
                customer.Activate();
            }

            history.Record(by, SubjectKind.Customer, customer.Id, before is null ? "created" : "edited", $"Imported from {fileName}", ImportChanges.Of(before, customer.CompanyFacts));
        }

        await SavePortionAsync(ct);
    }

    private async Task WriteDealsAsync(PlannedDeal[] portion, string fileName, Viewer by, CancellationToken ct)
    {
        var keys = portion.Select(planned => planned.ExistingId).OfType<Guid>().ToArray();
        var existing = keys.Length == 0 ? [] : await db.Opportunities.Where(deal => EF.Parameter(keys).Contains(deal.Id)).ToDictionaryAsync(deal => deal.Id, ct);
        foreach (var planned in portion)
        {
            var deal = planned.ExistingId is { } id ? existing[id] : null;
            var before = deal?.Facts;
            if (deal is null)
            {
                var key = planned.ExternalId ?? await OpportunityService.DrawKeyAsync(db, ct);
                deal = new Opportunity(ids.Next(), key, planned.Facts(null), clock.UtcNow());
                db.Opportunities.Add(deal);
            }
            else
            {
                deal.Describe(planned.Facts(before));
            }

            if (planned.Reached is { } stage)
            {
                deal.Reach(stage);
            }

            history.Record(by, SubjectKind.Opportunity, deal.Id, before is null ? "created" : "edited", $"Imported from {fileName}", before is null ? [] : DealChanges.Between(before, deal.Facts));
        }

        await SavePortionAsync(ct);
    }

    private async Task SavePortionAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
