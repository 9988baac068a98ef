using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>One line of an inbox; time in UTC.</summary>
public sealed record InboxLine(Guid Id, string Kind, string Title, string? Text, string Path, DateTime At, DateTime? ReadAt);

/// <summary>A page of an inbox, newest first.</summary>
public sealed record InboxPage(IReadOnlyList<InboxLine> Lines, int Total, int Unread);

/// <summary>A person's own notices: nobody sees another's.</summary>
public sealed class Inbox(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Most lines on one page.</summary>
    public const int PageSize = 30;

    /// <summary>How many are unread.</summary>
    public Task<int> UnreadAsync(Viewer viewer, CancellationToken ct) => Of(viewer).CountAsync(notice => notice.ReadAt == null, ct);

    /// <summary>A page of all, or of those that are unread.</summary>
    public async Task<InboxPage> PageAsync(bool unreadOnly, int page, Viewer viewer, CancellationToken ct)
    {
        var unread = await UnreadAsync(viewer, ct);
        var shown = Of(viewer).Where(notice => !unreadOnly || notice.ReadAt == null);
        var lines = await shown.AsNoTracking()
            .OrderByDescending(notice => notice.At).ThenBy(notice => notice.Id)
            .Skip((Math.Clamp(page, 1, 10_000) - 1) * PageSize).Take(PageSize)
            .Select(notice => new InboxLine(notice.Id, notice.Kind, notice.Title, notice.Text, notice.Path, notice.At, notice.ReadAt))
            .ToListAsync(ct);
        return new InboxPage(lines, unreadOnly ? unread : await shown.CountAsync(ct), unread);
    }

    /// <summary>Marks one read, or unread again; answers where it leads.</summary>
    public async Task<string> MarkAsync(Guid id, bool read, Viewer viewer, CancellationToken ct)
    {
        var notice = await Of(viewer).FirstOrDefaultAsync(row => row.Id == id, ct) ?? throw new MissingException("message");
        notice.MarkRead(read ? notice.ReadAt ?? clock.UtcNow() : null);
        await db.SaveChangesAsync(ct);
        return notice.Path;
    }

    /// <summary>Marks all read that came until a moment (UTC), such as that at which the page was shown.</summary>
    public Task<int> ReadAllAsync(DateTime until, Viewer viewer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return db.WriteAsync(stop => Of(viewer).Where(notice => notice.ReadAt == null && notice.At <= until).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), stop), ct);
    }

    private IQueryable<Notification> Of(Viewer viewer) => db.Notifications.Where(notice => notice.UserId == viewer.UserId);
}
