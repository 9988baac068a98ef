using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>Records to confirm as listed: of an owner the own ones, of marketing and the program all.</summary>
public sealed class VerificationExport(ReferenceHubDbContext db, VerificationQueries queries)
{
    private static readonly ExportColumn[] Columns =
        [new("Customer", 32), new("Status", 14), new("Tier", 14), new("Owner", 24), new("Confirmed on", 18), new("Confirmed by", 24), new("Verify by", 12)];

    /// <summary>All pages of the list, in its order.</summary>
    public async Task<ExportTable> ReadAsync(VerificationFilter filter, Viewer viewer, CancellationToken ct)
    {
        ExportRights.Must(ExportRights.OfVerification(viewer));
        var ids = await queries.IdsAsync(filter, viewer, ct);
        var zone = await db.ProgramZoneAsync(ct);
        return new ExportTable("Records to confirm", Columns, ids.Count, Chunks.OneEach(ids, ReadAsync, ct));

        async Task<Dictionary<Guid, ExportCell[]>> ReadAsync(Guid[] some, CancellationToken ct) =>
            (await queries.LinesAsync(some, viewer, ct)).ToDictionary(line => line.Key, line => Row(line.Value, zone));
    }

    private static ExportCell[] Row(VerificationLine line, string zone) =>
    [
        line.Name, line.Status.InWords(), line.Tier.ToString(), line.Owner, ExportCell.Moment(line.VerifiedAt is { } at ? Zones.LocalIn(zone, at) : null), line.VerifiedBy, line.VerifyBy,
    ];
}
