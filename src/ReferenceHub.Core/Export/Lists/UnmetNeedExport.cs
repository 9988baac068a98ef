using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>Unmet needs as listed, with the deals as far as the viewer may know them.</summary>
public sealed class UnmetNeedExport(ReferenceHubDbContext db, UnmetNeedQueries needs)
{
    private static readonly ExportColumn[] Columns =
    [
        new("Looked for", 50), new("Activity type", 18), new("Deal", 36), new("Account", 30), new("Amount", 14), new("Currency", 10), new("Recorded by", 24), new("Recorded on", 18),
        new("Fitted then, closed", 12), new("Fit now", 10), new("Can be asked now", 10), new("Taken back or met on", 18),
    ];

    /// <summary>Those that stand, or those that were taken back or met, the latest first.</summary>
    public async Task<ExportTable> ReadAsync(bool closed, Viewer viewer, CancellationToken ct)
    {
        ExportRights.Must(ExportRights.OfOthers(viewer));
        var ids = await needs.IdsAsync(closed, viewer, ct);
        var zone = await db.ProgramZoneAsync(ct);
        return new ExportTable("Unmet demand", Columns, ids.Count, Chunks.OneEach(ids, async (some, ct) => (await needs.LinesAsync(some, viewer, ct)).ToDictionary(line => line.Id, Row), ct));

        ExportCell[] Row(UnmetNeedLine line) =>
        [
            ExportCell.Several(line.Words), line.Activity.Name, line.DealName, line.AccountName, line.AmountMinor is { } minor ? Currencies.ToMajor(minor, line.Currency) : (decimal?)null, line.Currency, line.By,
            ExportCell.Moment(Zones.LocalIn(zone, line.At)), line.Fitting, line.Now?.Total, line.Now?.Free, ExportCell.Moment(line.ClosedAt is { } at ? Zones.LocalIn(zone, at) : null),
        ];
    }
}
