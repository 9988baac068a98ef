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
    /// <summary>
    /// What was asked in a period, by the program's days, and every use written until its end that a limit can still see; reach in days is
    /// that of the longest window. Of each use everything that came of it, later too.
    /// </summary>
    public async Task<ReplayHistory> ReadAsync(DateOnly from, DateOnly to, int reach, CancellationToken ct)
    {
        var zone = await db.ProgramZoneAsync(ct);
        var (start, end) = (Zones.StartOf(zone, from), Zones.StartOf(zone, to.AddDays(1)));
        var asked = db.LedgerEntries.Where(entry => entry.Kind == LedgerKind.Reserved && entry.At >= start && entry.At < end
            && !db.LedgerEntries.Any(before => before.UseId == entry.UseId && before.Sequence < entry.Sequence));
        var entries = await EntriesAsync(await SinceAsync(asked, from, reach, ct), end, ct);
        var deals = await DealsAsync(asked, ct);
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

    // The first day that any window around an ask can see. An ask may be for a day before the period, or be moved to one.
    private async Task<DateOnly> SinceAsync(IQueryable<LedgerEntry> asked, DateOnly from, int reach, CancellationToken ct)
    {
        var first = await db.LedgerEntries.Where(entry => asked.Any(ask => ask.UseId == entry.UseId)).MinAsync(entry => (DateOnly?)entry.On, ct);
        return (first < from ? first.Value : from).AddDays(-reach);
    }

    private Task<List<LedgerEntry>> EntriesAsync(DateOnly since, DateTime end, CancellationToken ct) => db.LedgerEntries.AsNoTracking()
        .Where(entry => db.LedgerEntries.Any(other => other.UseId == entry.UseId && other.On >= since))
        .Where(entry => db.LedgerEntries.Any(other => other.UseId == entry.UseId && other.At < end))
        .OrderBy(entry => entry.CustomerId).ThenBy(entry => entry.Sequence).ToListAsync(ct);

    // By candidate: the number of its request, and the amount of its deal as rules compare it.
    private async Task<Dictionary<Guid, AskedDeal>> DealsAsync(IQueryable<LedgerEntry> asked, CancellationToken ct)
    {
        var currency = await db.ProgramCurrencyAsync(ct);
        var rows = await db.Candidates.AsNoTracking().Where(candidate => asked.Any(entry => entry.SourceId == candidate.Id))
            .Join(db.Requests, candidate => candidate.RequestId, request => request.Id, (candidate, request) => new { candidate.Id, request.Number, request.OpportunityId })
            .Select(ask => new { ask.Id, ask.Number, Deal = db.Opportunities.Where(deal => deal.Id == ask.OpportunityId).Select(deal => new DealSize(deal.AmountMinor, deal.Currency, deal.AmountConfirmed)).FirstOrDefault() })
            .ToListAsync(ct);
        return rows.ToDictionary(row => row.Id, row => new AskedDeal(row.Number, row.Deal?.In(currency)));
    }

    private sealed record AskedDeal(int Number, decimal? Amount);
}
