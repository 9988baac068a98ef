using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import;

/// <summary>A staged file as the page shows it: headings and first rows, settings, meanings of values, and what would happen.</summary>
public sealed record ImportReview(ImportBatch Batch, ImportTable Table, ImportPlan Plan, IReadOnlyList<ValueChoice> Choices, Vocabulary Words);

/// <summary>Takes a file into the program in steps: stage, match and check, run. Nothing of it counts before the run, which writes all or nothing.</summary>
public sealed class ImportService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, ReservationService uses, ImportProgress progress)
{
    internal const string Series = "imports";
    private const int Tries = 5;

    private ImportRecall Memory => new(db, clock, ids);

    /// <summary>Keeps an uploaded file and guesses how to understand it; files that waited too long are forgotten.</summary>
    public async Task<Outcome<Guid>> StageAsync(string fileName, byte[] content, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.Import);
        if (content.Length > ImportBatch.MostBytes)
        {
            return Outcome<Guid>.Refuse("This file is larger than 25 MB. Split it and import the parts one after the other.", "File");
        }

        if (await db.ImportBatches.CountAsync(batch => batch.OwnerId == by.UserId && batch.State == ImportState.Staged, ct) >= ImportBatch.MostStaged)
        {
            return Outcome<Guid>.Refuse($"{ImportBatch.MostStaged} files of yours wait to be imported. Throw some away first.", "File");
        }

        var (table, refusal) = TableReader.Read(content);
        if (table is null)
        {
            return Outcome<Guid>.Refuse(refusal!, "File");
        }

        var now = clock.UtcNow();
        var currency = await db.ProgramCurrencyAsync(ct);
        var settings = await Memory.RecallAsync(table, null, ct) ?? SettingsGuess.For(table, currency);
        var batch = new ImportBatch(ids.Next(), NameOf(fileName), content.Length, table.Rows.Count, settings, by.UserId, now);
        db.ImportBatches.Add(batch);
        db.ImportFiles.Add(new ImportFile(batch.Id, content));
        await ForgetExpiredAsync(now, ct);
        await db.SaveChangesAsync(ct);
        return batch.Id;
    }

    /// <summary>The staged file with what it would do now.</summary>
    public async Task<ImportReview> ReviewAsync(Guid id, Viewer by, CancellationToken ct)
    {
        var batch = await OwnAsync(id, by, ct);
        var table = await TableAsync(batch, batch.Settings.Reading, ct);
        var (plan, choices, words) = await new ImportDesk(db, clock, ids).PlanAsync(table, batch.Settings, ct);
        return new ImportReview(batch, table, plan, choices, words);
    }

    /// <summary>Changes how the file is understood. Another kind, sheet, separator or encoding starts from fresh guesses.</summary>
    public async Task UnderstandAsync(Guid id, ImportSettings settings, Viewer by, CancellationToken ct)
    {
        var batch = await OwnAsync(id, by, ct);
        var table = await TableAsync(batch, settings.Reading, ct);
        var fresh = settings.Kind != batch.Settings.Kind || settings.Reading != batch.Settings.Reading;
        batch.Understand(
            fresh ? await Memory.RecallAsync(table, settings.Kind, ct) ?? SettingsGuess.For(table, settings.Currency, settings.Kind) : Sound(settings, table),
            table.Rows.Count);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The customer that somebody typed as another one: by CRM id or name.</summary>
    public async Task<Guid?> CustomerTypedAsync(string text, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.Import);
        return (await CustomerBook.LoadAsync(db, ct)).Typed(text)?.Id;
    }

    /// <summary>Marks the import as running, once; the refusal says why it cannot.</summary>
    public async Task<Outcome> StartAsync(Guid id, Viewer by, CancellationToken ct)
    {
        var review = await ReviewAsync(id, by, ct);
        if (!review.Plan.MayRun(review.Batch.Settings))
        {
            return Outcome.Refuse(WhyNot(review.Plan));
        }

        review.Batch.Start(clock.UtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new IllegalMoveException("This file is being imported already.");
        }

        return Outcome.Done;
    }

    /// <summary>Writes a running import in one transaction; whatever goes wrong, the file waits again and nothing was written.</summary>
    public async Task<Outcome> RunAsync(Guid id, Viewer by, CancellationToken ct)
    {
        try
        {
            var outcome = await WriteAsync(id, by, ct);
            if (!outcome.IsDone)
            {
                await FailAsync(id, outcome.Refusal!, CancellationToken.None);
            }

            return outcome;
        }
        catch (Exception)
        {
            await FailAsync(id, "Something went wrong on our side. Nothing was written; try again.", CancellationToken.None);
            throw;
        }
        finally
        {
            progress.End(id);
        }
    }

    /// <summary>Throws a staged file away.</summary>
    public async Task DiscardAsync(Guid id, Viewer by, CancellationToken ct)
    {
        var batch = await OwnAsync(id, by, ct);
        if (batch.State != ImportState.Staged)
        {
            throw new IllegalMoveException("Only a file that is not imported yet can be thrown away.");
        }

        db.ImportFiles.Remove(await db.ImportFiles.SingleAsync(file => file.BatchId == id, ct));
        db.ImportBatches.Remove(batch);
        await db.SaveChangesAsync(ct);
    }

    private async Task<Outcome> WriteAsync(Guid id, Viewer by, CancellationToken ct)
    {
        progress.Report(id, 0, 1);
        var staged = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, ct) ?? throw new MissingException("import");
        var table = await TableAsync(staged, staged.Settings.Reading, ct);
        var desk = new ImportDesk(db, clock, ids);
        var turn = await db.NumberSeries.AsNoTracking().Where(series => series.Name == Series).Select(series => (int?)series.Next).SingleOrDefaultAsync(ct) ?? NumberSeries.First;
        var (plan, choices, _) = await desk.PlanAsync(table, staged.Settings, ct);
        return await db.WriteAsync(
            async ct =>
            {
                // Imports go one after the other: the series' row is what they meet at. The plan was worked out before, so that
                // the transaction is short; when another import came in between, it is worked out again.
                var number = await NumberSeries.DrawAsync(db, Series, ct);
                await db.SaveChangesAsync(ct);
                if (number != turn)
                {
                    (plan, choices, _) = await desk.PlanAsync(table, staged.Settings, ct);
                }

                turn = -1;
                if (!plan.MayRun(staged.Settings))
                {
                    return Outcome.Refuse(WhyNot(plan));
                }

                await new ImportWriter(db, progress).WriteAsync(id, plan, new ImportRun(db, ids, history, uses, by, id, staged.FileName, clock.UtcNow()), ct);
                await Memory.RememberAsync(table, staged.Settings, choices, by, ct);
                var batch = await db.ImportBatches.SingleAsync(batch => batch.Id == id, ct);
                batch.Finish(plan.Result, clock.UtcNow());
                db.ImportFiles.Remove(await db.ImportFiles.SingleAsync(file => file.BatchId == id, ct));
                history.Record(by, SubjectKind.Import, id, "imported", $"Import {number}: {staged.FileName}, {ImportWords.Of(plan.Result.Counts)}");
                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            },
            Tries,
            ct);
    }

    private Task FailAsync(Guid id, string reason, CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var batch = await db.ImportBatches.SingleOrDefaultAsync(batch => batch.Id == id, ct);
            if (batch is { State: ImportState.Running })
            {
                batch.Fail(reason);
                await db.SaveChangesAsync(ct);
            }

            return Outcome.Done;
        },
        ct);

    private async Task<ImportBatch> OwnAsync(Guid id, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.Import);
        return await db.ImportBatches.SingleOrDefaultAsync(batch => batch.Id == id && batch.OwnerId == by.UserId, ct) ?? throw new MissingException("import");
    }

    private async Task<ImportTable> TableAsync(ImportBatch batch, ReadingChoice choice, CancellationToken ct)
    {
        var content = await db.ImportFiles.AsNoTracking().Where(file => file.BatchId == batch.Id).Select(file => file.Content).SingleOrDefaultAsync(ct)
            ?? throw new IllegalMoveException("This file has been imported already.");
        var (table, refusal) = TableReader.Read(content, choice);
        return table ?? throw new IllegalMoveException(refusal!);
    }

    private async Task ForgetExpiredAsync(DateTime now, CancellationToken ct)
    {
        var old = await db.ImportBatches.Where(batch => batch.State == ImportState.Staged && batch.ExpiresAt < now).Take(100).ToListAsync(ct);
        var keys = old.ConvertAll(batch => batch.Id);
        db.ImportFiles.RemoveRange(keys.Select(key => new ImportFile(key, [])));
        db.ImportBatches.RemoveRange(old);
    }

    // The form posts whatever it likes: columns outside the file and unknown fields are dropped.
    private static ImportSettings Sound(ImportSettings settings, ImportTable table)
    {
        var fields = ImportFields.Of(settings.Kind).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        return settings with
        {
            Columns = settings.Columns.Where(pair => fields.Contains(pair.Key) && pair.Value >= 0 && pair.Value < table.Headings.Count).ToDictionary(StringComparer.Ordinal),
            DateFormat = Values.Dates.Formats.Any(format => format.Format == settings.DateFormat) ? settings.DateFormat : Values.Dates.Formats[0].Format,
            Currency = Deals.Currencies.Knows(settings.Currency) ? settings.Currency : "EUR",
            Choices = settings.Choices.Where(choice => choice.Key.Length <= ImportAnswer.ValueLength && choice.Value.Length is > 0 and <= ImportAnswer.AnswerLength).ToDictionary(StringComparer.Ordinal),
            Evidence = settings.Evidence?.Trim() is { Length: > 0 } evidence ? evidence[..Math.Min(evidence.Length, ImportSettings.EvidenceLength)] : null,
        };
    }

    private static string WhyNot(ImportPlan plan) =>
        plan.Blockers.Count > 0 ? plan.Blockers[0]
        : plan.BadRows > 0 ? $"{(plan.BadRows == 1 ? "One row has" : $"{plan.BadRows} rows have")} errors. Correct the file, or choose to leave those rows out."
        : "No row of this file can be taken.";

    private static string NameOf(string fileName)
    {
        var bare = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        bare = string.Concat(bare.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)));
        return bare.Length == 0 ? "file.csv" : bare.Length > ImportBatch.FileNameLength ? bare[..ImportBatch.FileNameLength] : bare;
    }
}
