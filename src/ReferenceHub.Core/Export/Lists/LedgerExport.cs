using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>One customer's ledger, entry by entry, for those who see it.</summary>
public sealed class LedgerExport(ReferenceHubDbContext db, LedgerQueries ledgers)
{
    private static readonly ExportColumn[] Columns =
    [
        new("Entry", 8), new("Written on", 18), new("What", 12), new("Activity type"), new("Day", 12), new("State", 12), new("Contact", 24), new("Units", 8), new("Minutes", 10), new("Change", 8),
        new("By", 24), new("Overridden rule", 40), new("Sponsor", 24), new("Reason", 40), new("Note", 40),
    ];

    /// <summary>All entries, the oldest first.</summary>
    public async Task<ExportTable> ReadAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var lines = await ledgers.AllAsync(customerId, viewer, ct);
        var zone = await db.ProgramZoneAsync(ct);
        return new ExportTable("Usage ledger", Columns, lines.Count, lines.Select(line => Row(line, zone)).ToAsyncEnumerable());
    }

    private static ExportCell[] Row(LedgerLine line, string zone)
    {
        var entry = line.Entry;
        return
        [
            entry.Sequence, ExportCell.Moment(Zones.LocalIn(zone, entry.At)), entry.Kind.ToString(), line.ActivityName, entry.On, entry.State.ToString(), line.ContactName, entry.Units, entry.Minutes,
            line.Change, entry.ActorName, entry.OverriddenRule, entry.Sponsor, entry.OverrideReason, entry.Note,
        ];
    }
}
