using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;

namespace ReferenceHub.Core.Content;

/// <summary>What put content beside a deal, told by the deal's history: the key of the line in a request's timeline, or nothing when people did so by hand.</summary>
internal static class ContentCause
{
    /// <summary>The verb of the line of history.</summary>
    public const string Attached = "content-attached";

    private const string Content = "Content";
    private const string Cause = "Cause";

    /// <summary>The fields of the line: keys, that nobody has to read.</summary>
    public static IReadOnlyList<FieldChange> Fields(Guid assetId, Guid? cause) =>
        [new(Content, null, assetId.ToString(), Secret: true), new(Cause, null, cause?.ToString(), Secret: true)];

    /// <summary>What put the content there the last time.</summary>
    public static async Task<Guid?> ReadAsync(ReferenceHubDbContext db, Guid dealId, Guid assetId, CancellationToken ct)
    {
        var lines = await db.HistoryEvents.AsNoTracking()
            .Where(line => line.Subject == SubjectKind.Opportunity && line.SubjectId == dealId && line.Verb == Attached)
            .OrderByDescending(line => line.At)
            .Select(line => line.Changes)
            .ToListAsync(ct);
        var last = lines.Find(changes => ValueOf(changes, Content) == assetId);
        return last is null ? null : ValueOf(last, Cause);
    }

    private static Guid? ValueOf(List<FieldChange> changes, string field) => Guid.TryParse(changes.Find(change => change.Field == field)?.After, out var key) ? key : null;
}
