using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import;

/// <summary>Writes a plan inside the transaction at hand, in portions so that memory stays small.</summary>
internal sealed class ImportWriter(ReferenceHubDbContext db, ImportProgress progress)
{
    private const int Portion = 1000;

    public async Task WriteAsync(Guid batchId, ImportPlan plan, ImportRun run, CancellationToken ct)
    {
        await WriteTermsAsync(plan, ct);
        var total = plan.Rows.Sum(rows => rows.Count);
        var done = 0;
        foreach (var rows in plan.Rows)
        {
            for (var from = 0; from < rows.Count; from += Portion)
            {
                await rows.WriteAsync(from, Portion, run, ct);
                progress.Report(batchId, done += Math.Min(Portion, rows.Count - from), total);
            }
        }
    }

    private async Task WriteTermsAsync(ImportPlan plan, CancellationToken ct)
    {
        // Added anew in each try: a term keeps no trace of the try before.
        db.Terms.AddRange(plan.NewTerms.Select(term => new Term(term.Id, term.Kind, term.Key, term.Name)));
        var touched = plan.Spellings.Select(spelling => spelling.TermId).Distinct().ToArray();
        foreach (var term in await db.Terms.Where(term => EF.Parameter(touched).Contains(term.Id)).ToListAsync(ct))
        {
            var spellings = plan.Spellings.Where(spelling => spelling.TermId == term.Id && !term.GoesBy(TextKey.Of(spelling.Spelling))).Select(spelling => spelling.Spelling).ToList();
            if (spellings.Count > 0)
            {
                term.Rename(term.Name, term.Aliases.Concat(spellings));
            }
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
