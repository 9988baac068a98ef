using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>Nominations as listed: one's own, and all of them for who decides. Persons that were named there leave with one's own, or with who decides.</summary>
public sealed class NominationExport(ReferenceHubDbContext db, NominationQueries nominations, ExportRights rights)
{
    private static readonly ExportColumn[] Columns =
    [
        new("Company", 36), new("Why", 50), new("Website", 30), new("Contact", 24), new("Contact's e-mail", 30), new("Industry", 24), new("Country or region", 20), new("Nominated by", 24),
        new("Nominated on", 18), new("State", 12), new("Decided by", 24), new("Decided on", 18), new("Reason", 50),
    ];

    /// <summary>The nominations of a list in its order.</summary>
    public async Task<ExportTable> ReadAsync(NominationList list, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ExportRights.Must(list == NominationList.Mine ? await rights.OfOwnRequestsAsync(viewer, ct) : viewer.Can(Right.DecideNominations) ? ExportReach.Whole : ExportReach.None);
        var ids = await nominations.IdsAsync(list, viewer, ct);
        var terms = await TermBook.ReadAsync(db, ct);
        var zone = await db.ProgramZoneAsync(ct);
        return new ExportTable("Nominations", Columns, ids.Count, Chunks.OneEach(ids, ReadAsync, ct)) { RevealsContacts = true };

        async Task<Dictionary<Guid, ExportCell[]>> ReadAsync(Guid[] some, CancellationToken ct)
        {
            var rows = await db.Nominations.AsNoTracking().Where(row => EF.Parameter(some).Contains(row.Id))
                .Select(row => new
                {
                    Nomination = row,
                    By = db.Users.Where(user => user.Id == row.NominatedById).Select(user => user.Name).FirstOrDefault(),
                    DecidedBy = db.Users.Where(user => user.Id == row.DecidedById).Select(user => user.Name).FirstOrDefault(),
                })
                .ToListAsync(ct);
            return rows.ToDictionary(row => row.Nomination.Id, row => Row(row.Nomination, row.By, row.DecidedBy));
        }

        ExportCell[] Row(Nomination row, string? by, string? decidedBy) =>
        [
            row.CompanyName, row.Why, row.Website, row.ContactName, row.ContactEmail, terms.Name(row.IndustryId), terms.Name(row.RegionId), row.IsLead ? "found by the product" : by,
            ExportCell.Moment(Zones.LocalIn(zone, row.CreatedAt)), row.State.ToString(), decidedBy, ExportCell.Moment(row.DecidedAt is { } at ? Zones.LocalIn(zone, at) : null), row.Reason,
        ];
    }
}
