using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>References as the search finds them: whole records for those who may see them, else what the page shows of a few.</summary>
public sealed class ReferenceExport(ReferenceHubDbContext db, MatchQueries matches, ExportRights rights)
{
    private static readonly ExportColumn[] Shown =
    [
        new("Reference", 36), new("Industry", 24), new("Place", 24), new("Staff", 14), new("Can be asked", 16), new("Free on", 12), new("Last used", 12), new("Content", 10), new("Verified", 12),
    ];

    /// <summary>The references that a search finds, in its order.</summary>
    public async Task<ExportTable> ReadAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var reach = await rights.OfReferencesAsync(ask.Tab == MatchTab.Mine, viewer, ct);
        ExportRights.Must(reach);
        var found = await matches.WalkAsync(ask with { Take = reach.Most ?? int.MaxValue }, viewer, ct);
        if (!reach.InFull)
        {
            return new ExportTable("References", Shown, found.Total, found.Rows.Select(Row).ToAsyncEnumerable());
        }

        var terms = await TermBook.ReadAsync(db, ct);
        return new ExportTable("References", CustomerColumns.All, found.Total, Chunks.OneEach(found.Rows.Select(row => row.CustomerId), ReadAsync, ct));

        async Task<Dictionary<Guid, ExportCell[]>> ReadAsync(Guid[] ids, CancellationToken ct)
        {
            var customers = await db.Customers.AsNoTracking().Present().InsideFor(viewer)
                .Where(customer => EF.Parameter(ids).Contains(customer.Id))
                .Include(customer => customer.Attributes)
                .Include(customer => customer.Owner)
                .AsSplitQuery()
                .ToListAsync(ct);
            return customers.ToDictionary(customer => customer.Id, customer => CustomerColumns.Row(customer, terms));
        }
    }

    private static ExportCell[] Row(MatchRow row) =>
    [
        row.Name, row.Industry, row.Place, row.Size,
        row.Standing.IsWithheld ? null : row.Standing.State switch { AvailabilityState.Open => "Open", AvailabilityState.NearlyUsed => "Nearly used", _ => "Closed" },
        row.Standing.IsWithheld ? (DateOnly?)null : row.Standing.FreeOn,
        row.Standing.IsWithheld ? (DateOnly?)null : row.Standing.LastUsed,
        row.Content, row.VerifiedOn,
    ];
}
