using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Reads what was asked in a period out of the usage ledger, with the deals it was for.</summary>
public sealed class PastAsks(ReferenceHubDbContext db, Roster roster)
{
    /// <summary>Asks reserved in the period, by the program's days, and all other uses as they stand.</summary>
    public async Task<ReplayHistory> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var zone = await db.ProgramZoneAsync(ct);
        var entries = await db.LedgerEntries.AsNoTracking().OrderBy(entry => entry.CustomerId).ThenBy(entry => entry.Sequence).ToListAsync(ct);
        var deals = await DealsAsync(ct);
        var (asks, others) = (new List<PastAsk>(), new List<Use>());
        foreach (var use in entries.GroupBy(entry => entry.UseId))
        {
            var (first, last) = (use.First(), use.Last());
            var asked = Zones.DateIn(zone, first.At);
            if (first.Kind == LedgerKind.Reserved && asked >= from && asked <= to)
            {
                asks.Add(AskOf(first, last, asked, zone, first.SourceId is { } source ? deals.GetValueOrDefault(source) : null));
            }
            else if (last.AsUse() is { Stands: true } stands)
            {
                others.Add(stands);
            }
        }

        var scopes = await db.ActivityTypes.ToDictionaryAsync(type => type.Key, type => type.Scope, StringComparer.Ordinal, ct);
        return new ReplayHistory(from, to, others, asks, [.. (await roster.ReadAsync(null, null, ct)).Select(customer => customer.Subject)], scopes);
    }

    private static PastAsk AskOf(LedgerEntry first, LedgerEntry last, DateOnly asked, string zone, AskedDeal? deal) => new(
        first.UseId, last.CustomerId, first.ContactId, first.ActivityKey, first.Units, first.Minutes, asked, first.On,
        last.State == UseState.Released ? Zones.DateIn(zone, last.At) : null, deal?.Amount, deal?.Number, first.Overridden);

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
