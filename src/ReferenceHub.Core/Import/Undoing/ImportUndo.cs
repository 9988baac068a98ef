using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import;

/// <summary>The answer to taking an import back: done, or what has touched its rows since.</summary>
/// <param name="Newer">The first things that are newer, in words; none when it was taken back.</param>
/// <param name="Count">How many there are.</param>
public sealed record UndoAnswer(IReadOnlyList<string> Newer, int Count)
{
    /// <summary>Whether it was taken back.</summary>
    public bool IsDone => Count == 0;
}

/// <summary>
/// Takes an import back as a whole, while nothing newer touched its rows: what it made goes, what it changed is as before, uses are
/// corrected in the ledger, which forgets nothing. Words added to taxonomies stay.
/// </summary>
public sealed class ImportUndo(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history, ReservationService uses, ImportProgress progress)
{
    private const int Tries = 5;

    /// <summary>Takes it back, or says what is newer.</summary>
    public async Task<UndoAnswer> UndoAsync(Guid id, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.Import);
        progress.Report(id, 0, 1);
        try
        {
            return await db.WriteAsync(
                async ct =>
                {
                    var batch = await db.ImportBatches.SingleOrDefaultAsync(
                        batch => batch.Id == id && (batch.State == ImportState.Done || batch.State == ImportState.Undone || batch.OwnerId == by.UserId), ct) ?? throw new MissingException("import");
                    batch.Undo(by.ActorId, clock.UtcNow());
                    if (!await db.ImportTraces.AnyAsync(trace => trace.BatchId == id, ct) && batch.Result.Counts.Created + batch.Result.Counts.Changed > 0)
                    {
                        throw new IllegalMoveException("This import left no traces, so it can't be taken back.");
                    }

                    // Imports and their undoing go one after the other: the series' row is what they meet at.
                    await NumberSeries.DrawAsync(db, ImportService.Series, ct);
                    var newer = await new NewerRows(db, id).FindAsync(ct);
                    if (!newer.IsDone)
                    {
                        db.ChangeTracker.Clear();
                        return newer;
                    }

                    history.Record(by, SubjectKind.Import, id, "undone", $"Took back the import of {batch.FileName}");
                    await db.SaveChangesAsync(ct);
                    await new TraceReverter(db, history, uses, progress, by, id, batch.FileName, clock.UtcNow()).RevertAsync(ct);
                    return newer;
                },
                Tries,
                ct);
        }
        finally
        {
            progress.End(id);
        }
    }
}
