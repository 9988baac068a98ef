using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Import;

/// <summary>One import in a list.</summary>
public sealed record ImportLine(Guid Id, string FileName, ImportKind Kind, ImportState State, int Rows, string OwnerName, bool IsMine, DateTime At, ImportCounts? Counts);

/// <summary>Reads imports for those who may import.</summary>
public sealed class ImportQueries(ReferenceHubDbContext db)
{
    private const int Shown = 20;

    /// <summary>The latest imports: everybody's that are done, and one's own that wait.</summary>
    public async Task<IReadOnlyList<ImportLine>> RecentAsync(Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.Import);
        var me = viewer.UserId;
        var batches = await db.ImportBatches.AsNoTracking().Include(batch => batch.Owner)
            .Where(batch => batch.State == ImportState.Done || batch.State == ImportState.Undone || batch.OwnerId == me)
            .OrderByDescending(batch => batch.CreatedAt)
            .Take(Shown)
            .ToListAsync(ct);
        return [.. batches.Select(batch => new ImportLine(
            batch.Id, batch.FileName, batch.Kind, batch.State, batch.Rows, batch.Owner!.Name, batch.OwnerId == me,
            batch.FinishedAt ?? batch.CreatedAt, batch.State is ImportState.Done or ImportState.Undone ? batch.Result.Counts : null))];
    }

    /// <summary>One import: one's own in any state, another's when it is done.</summary>
    public async Task<ImportBatch> OneAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.Import);
        var me = viewer.UserId;
        return await db.ImportBatches.AsNoTracking().Include(batch => batch.Owner)
            .SingleOrDefaultAsync(batch => batch.Id == id && (batch.State == ImportState.Done || batch.State == ImportState.Undone || batch.OwnerId == me), ct)
            ?? throw new MissingException("import");
    }
}
