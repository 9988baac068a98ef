using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Export;

/// <summary>Notes who takes which list out of the product, before the first row leaves it.</summary>
public sealed class ExportLog(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    private const int LongestFilter = 1000;

    /// <summary>Notes an export; the filter is the list's address as it was asked for.</summary>
    public async Task<LoggedExport> NoteAsync(ExportTable table, ExportFormat format, string? filter, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        var said = string.IsNullOrEmpty(filter) ? null : filter.Length > LongestFilter ? filter[..LongestFilter] : filter;
        history.Record(
            by, SubjectKind.Export, ids.Next(), table.RevealsContacts ? "exported-contacts" : "exported",
            string.Create(CultureInfo.InvariantCulture, $"Exported {table.Title.ToLowerInvariant()}: {table.Total:N0} {(table.Total == 1 ? "row" : "rows")}, {(format == ExportFormat.Csv ? "CSV" : "Excel")}"),
            [new FieldChange("Filter", null, said)]);
        await db.SaveChangesAsync(ct);
        return new LoggedExport(table, format, await db.ProgramDayAsync(clock.UtcNow(), ct));
    }
}
