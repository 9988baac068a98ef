using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>A customer that was put away, or became part of another; times in UTC.</summary>
public sealed record ArchivedLine(Guid Id, string Name, string? Owner, DateTime At, string? By, string? Reason, Guid? MergedIntoId, string? MergedInto);

/// <summary>A page of the archive.</summary>
public sealed record ArchivePage(IReadOnlyList<ArchivedLine> Lines, int Total, int Page)
{
    /// <summary>Customers a page.</summary>
    public const int Size = 50;
}

/// <summary>Reads the archive, for those who edit any customer.</summary>
public sealed class ArchiveQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>One page of it, the latest first; <paramref name="text"/> is words of a name.</summary>
    public async Task<ArchivePage> PageAsync(string? text, int page, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.EditAnyCustomer);
        var found = db.Customers.AsNoTracking().Where(customer => customer.ArchivedAt != null).Called(text, viewer, db, clock.UtcNow());
        var total = await found.CountAsync(ct);
        var shown = Paging.Within(page, total, ArchivePage.Size);
        var rows = await found.OrderByDescending(customer => customer.ArchivedAt).ThenBy(customer => customer.Id)
            .Skip((shown - 1) * ArchivePage.Size).Take(ArchivePage.Size)
            .Select(customer => new ArchivedLine(
                customer.Id, customer.Name, customer.Owner!.Name, customer.ArchivedAt!.Value,
                db.Users.Where(user => user.Id == customer.ArchivedById).Select(user => user.Name).FirstOrDefault(),
                null, customer.MergedIntoId,
                db.Customers.Where(other => other.Id == customer.MergedIntoId).Select(other => other.Name).FirstOrDefault()))
            .ToListAsync(ct);
        var reasons = await ReasonsAsync([.. rows.Where(row => row.MergedIntoId is null).Select(row => row.Id)], ct);
        return new ArchivePage([.. rows.Select(row => row with { Reason = reasons.GetValueOrDefault(row.Id) })], total, shown);
    }

    private async Task<Dictionary<Guid, string?>> ReasonsAsync(List<Guid> ids, CancellationToken ct)
    {
        var lines = await db.HistoryEvents.AsNoTracking()
            .Where(line => line.Subject == SubjectKind.Customer && ids.Contains(line.SubjectId) && line.Verb == "archived").ToListAsync(ct);
        return lines.GroupBy(line => line.SubjectId)
            .ToDictionary(group => group.Key, group => group.MaxBy(line => line.At)!.Changes.Find(change => change.Field == "Reason")?.After);
    }
}
