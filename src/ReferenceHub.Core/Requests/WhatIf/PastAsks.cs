using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Reads what was asked in a period out of the usage ledgers, with the deals it was for.</summary>
public sealed class PastAsks(ReferenceHubDbContext db, Roster roster)
{
    /// <summary>Everything written until the end of the period, by the program's days, and what came later of it.</summary>
    public async Task<ReplayHistory> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var zone = await db.ProgramZoneAsync(ct);
        var (start, end) = (Zones.StartOf(zone, from), Zones.StartOf(zone, to.AddDays(1)));
        var entries = await db.LedgerEntries.AsNoTracking().OrderBy(entry => entry.CustomerId).ThenBy(entry => entry.Sequence).ToListAsync(ct);
        var deals = await DealsAsync(ct);
        var uses = new List<PastUse>();
        foreach (var written in entries.GroupBy(entry => entry.UseId).Select(use => use.ToList()).Where(use => use[0].At < end))
        {
            var isAsk = written[0].Kind == LedgerKind.Reserved && written[0].At >= start;
            var deal = written[0].SourceId is { } source ? deals.GetValueOrDefault(source) : null;
            uses.Add(new PastUse(PastStep.Of(written), isAsk, deal?.Number, deal?.Amount));
        }

        var scopes = await db.ActivityTypes.ToDictionaryAsync(type => type.Key, type => type.Scope, StringComparer.Ordinal, ct);
        var products = await db.Terms.Where(term => term.Kind == TermKind.Product).Select(term => term.Id).ToListAsync(ct);

        // Nobody knows when the escalations of the past were open: those of today say nothing about then.
        var customers = (await roster.ReadAsync(null, null, ct)).Select(customer => customer.Subject with { Escalated = false });
        return new ReplayHistory(from, to, uses, [.. customers], scopes, products.ToHashSet());
    }

    // By candidate: the number of its request, and the amount of its deal where that is in the program's currency.
    private async Task<Dictionary<Guid, AskedDeal>> DealsAsync(CancellationToken ct)
    {
        var currency = await db.Organisations.Select(own => own.Currency).FirstOrDefaultAsync(ct);
        var rows = await db.Candidates.AsNoTracking().Where(candidate => db.LedgerEntries.Any(entry => entry.SourceId == candidate.Id))
            .Join(db.Requests, candidate => candidate.RequestId, request => request.Id, (candidate, request) => new { candidate.Id, request.Number, request.OpportunityId })
            .Select(ask => new { ask.Id, ask.Number, Deal = db.Opportunities.Where(deal => deal.Id == ask.OpportunityId).Select(deal => new { deal.AmountMinor, deal.Currency }).FirstOrDefault() })
            .ToListAsync(ct);
        return rows.ToDictionary(
            row => row.Id,
            row => new AskedDeal(row.Number, row.Deal is { AmountMinor: { } minor } deal && deal.Currency == currency ? Currencies.ToMajor(minor, deal.Currency) : null));
    }

    private sealed record AskedDeal(int Number, decimal? Amount);
}
