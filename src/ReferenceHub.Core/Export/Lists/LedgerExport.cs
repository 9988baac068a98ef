using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>The ledger of a customer, or of a contact there, entry by entry, for those who see it; requests and deals are named as on the page.</summary>
public sealed class LedgerExport(ReferenceHubDbContext db, LedgerQueries ledgers, CandidateNumbers numbers, OpportunityQueries opportunities)
{
    private static readonly ExportColumn[] Columns =
    [
        new("Entry", 8), new("Written on", 18), new("What", 12), new("Activity type"), new("Day", 12), new("State", 12), new("Contact", 24), new("Units", 8), new("Minutes", 10), new("Change", 8),
        new("By", 24), new("Source", 24), new("Limits after it", 60), new("Overridden rule", 40), new("Sponsor", 24), new("Reason", 40), new("Note", 40),
    ];

    /// <summary>All entries that the filter holds, the oldest first.</summary>
    public async Task<ExportTable> ReadAsync(Guid customerId, LedgerFilter filter, Viewer viewer, CancellationToken ct)
    {
        var lines = await ledgers.AllAsync(customerId, filter, viewer, ct);
        var zone = await db.ProgramZoneAsync(ct);
        var requests = await numbers.ReadAsync(Sources(lines, UseSource.Request), viewer, ct);
        var deals = await opportunities.NamesAsync(Sources(lines, UseSource.Outside), viewer, ct);
        return new ExportTable("Usage ledger", Columns, lines.Count, lines.Select(line => Row(line, SourceOf(line.Entry, requests, deals), zone)).ToAsyncEnumerable());
    }

    private static List<Guid> Sources(IReadOnlyList<LedgerLine> lines, UseSource source) =>
        [.. lines.Where(line => line.Entry.Source == source && line.Entry.SourceId is not null).Select(line => line.Entry.SourceId!.Value).Distinct()];

    private static string SourceOf(LedgerEntry entry, IReadOnlyDictionary<Guid, int> requests, IReadOnlyDictionary<Guid, string> deals) => entry.Source switch
    {
        UseSource.Request => entry.SourceId is { } id && requests.TryGetValue(id, out var number) ? string.Create(CultureInfo.InvariantCulture, $"Request {number}") : "Request",
        UseSource.Import => "Opening balance",
        UseSource.Outside => entry.SourceId is { } deal && deals.TryGetValue(deal, out var name) ? $"Outside the product, for {name}" : "Outside the product",
        _ => entry.Source.ToString(),
    };

    private static ExportCell[] Row(LedgerLine line, string source, string zone)
    {
        var entry = line.Entry;
        return
        [
            entry.Sequence, ExportCell.Moment(Zones.LocalIn(zone, entry.At)), entry.Kind.ToString(), line.ActivityName, entry.On, entry.State.ToString(), line.ContactName, entry.Units, entry.Minutes,
            line.Change, entry.ActorName, source, string.Join("; ", line.Balances.Select(balance => balance.InWords)), entry.OverriddenRule, entry.Sponsor, entry.OverrideReason, entry.Note,
        ];
    }
}
