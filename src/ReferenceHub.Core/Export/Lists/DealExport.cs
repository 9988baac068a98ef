using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>Deals as the list finds them, under the headings by which imports know them.</summary>
public sealed class DealExport(ReferenceHubDbContext db, OpportunityQueries deals, DealStages stages)
{
    private static readonly ExportColumn[] Columns =
    [
        new("CRM id"), new("Name of the deal", 36), new("Account", 30), new("Product", 20), new("Stage or outcome"), new("Amount", 14), new("Currency", 10), new("Opened on", 12),
        new("Closes or closed on", 12), new("Seller", 24), new("Prospect's industry", 24), new("Prospect's country", 20), new("Prospect's employees", 12), new("Seller as the CRM names them", 24),
    ];

    /// <summary>The deals of a search in its order.</summary>
    public async Task<ExportTable> ReadAsync(OpportunitySearch search, Viewer viewer, CancellationToken ct)
    {
        ExportRights.Must(ExportRights.OfOthers(viewer));
        var ids = await deals.IdsAsync(search, viewer, ct);
        var terms = await TermBook.ReadAsync(db, ct);
        var open = await stages.AllAsync(ct);
        var people = await db.Users.AsNoTracking().Select(user => new { user.Id, user.Name }).ToDictionaryAsync(user => user.Id, user => user.Name, ct);
        var known = people.Values.Select(name => TextKey.Of(name)).ToHashSet(StringComparer.Ordinal);
        return new ExportTable("Opportunities", Columns, ids.Count, Chunks.OneEach(ids, ReadAsync, ct));

        async Task<Dictionary<Guid, ExportCell[]>> ReadAsync(Guid[] some, CancellationToken ct)
        {
            var found = await db.Opportunities.AsNoTracking().VisibleTo(viewer, db).Where(deal => EF.Parameter(some).Contains(deal.Id)).ToListAsync(ct);
            return found.ToDictionary(deal => deal.Id, Row);
        }

        // A deal of nobody here whose seller is called like somebody here would become theirs when it is imported again.
        string? Seller(Opportunity deal) => deal.OwnerId is { } id ? people.GetValueOrDefault(id) : known.Contains(TextKey.Of(deal.OwnerName)) ? null : deal.OwnerName;

        ExportCell[] Row(Opportunity deal) =>
        [
            deal.ExternalId, deal.Name, deal.AccountName, deal.Product, deal.Outcome == DealOutcome.Open ? open.NameOf(deal.StageKey) : deal.Outcome.ToString(),
            viewer.MaySeeAmountOf(deal.OwnerId) && deal.AmountMinor is { } minor ? Currencies.ToMajor(minor, deal.Currency) : (decimal?)null, deal.Currency, deal.OpenedOn, deal.ClosesOn, Seller(deal),
            Term(TermKind.Industry, deal.IndustryKey), Term(TermKind.Region, deal.RegionKey), deal.Employees, deal.OwnerName,
        ];

        ExportCell Term(TermKind kind, string? key) => key is null ? null : terms.Find(kind, key)?.Name ?? key;
    }
}
