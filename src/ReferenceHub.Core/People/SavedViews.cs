using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>A saved view as a list offers it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Page">Address of the list.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">The query, without the question mark.</param>
/// <param name="Shared">Whether everybody is offered it.</param>
/// <param name="IsDefault">Whether the menu opens the page with it.</param>
/// <param name="Owner">Who shares it; null for one's own.</param>
/// <param name="Version">Version.</param>
public sealed record SavedViewLine(Guid Id, string Page, string Name, string Query, bool Shared, bool IsDefault, string? Owner, int Version)
{
    /// <summary>Where it leads.</summary>
    public string Address => Query.Length == 0 ? Page : $"{Page}?{Query}";
}

/// <summary>What is said of a view when it is saved or changed.</summary>
public sealed record ViewWish(string Name, bool Shared, bool IsDefault);

/// <summary>
/// Filters of lists under a name. A view is an address query and nothing more: whoever opens it sees what the list shows them anyway.
/// </summary>
public sealed class SavedViews(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Most views of one person on one page.</summary>
    public const int Most = 40;

    private static readonly string[] Moving = ["page", "after", "selected", "cursor"];

    /// <summary>Lists that can be saved.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["/references", "/requests", "/requests/queue", "/opportunities", "/content"];

    /// <summary>A query without the question mark and without what only says where in the list one is.</summary>
    public static string Clean(string? query) => string.Join('&', (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => !pair.EndsWith('=') && !Moving.Contains(pair.Split('=')[0], StringComparer.OrdinalIgnoreCase)).Select(Encoded));

    /// <summary>The viewer's own views of a page (or of every page) by name, then those that others share.</summary>
    public async Task<IReadOnlyList<SavedViewLine>> ListAsync(string? page, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var me = viewer.UserId;
        var rows = await db.SavedViews.AsNoTracking().Where(view => (page == null || view.Page == page) && (view.OwnerId == me || view.Shared))
            .Join(db.Users, view => view.OwnerId, user => user.Id, (view, user) => new { View = view, Owner = user.Name }).ToListAsync(ct);
        return
        [
            .. rows.OrderBy(row => row.View.OwnerId != me).ThenBy(row => row.View.Page, StringComparer.Ordinal).ThenBy(row => row.View.NameKey, StringComparer.Ordinal)
                .Select(row => new SavedViewLine(
                    row.View.Id, row.View.Page, row.View.Name, row.View.Query, row.View.Shared, row.View.OwnerId == me && row.View.IsDefault, row.View.OwnerId == me ? null : row.Owner, row.View.Version)),
        ];
    }

    /// <summary>Names the present filter of a page.</summary>
    public Task<Outcome<string>> SaveAsync(string page, string? query, ViewWish wish, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var filter = Clean(query);
        return db.WriteAsync<Outcome<string>>(
            async ct =>
            {
                if (!Pages.Contains(page, StringComparer.Ordinal))
                {
                    throw new MissingException("list");
                }

                var own = await db.SavedViews.Where(view => view.Page == page && view.OwnerId == by.UserId).ToListAsync(ct);
                if ((Refusal(own, null, wish, by) ?? Full(own, filter)) is { } refusal)
                {
                    return Outcome<string>.Refuse(refusal.Refusal!, refusal.Field);
                }

                var view = new SavedView(ids.Next(), by.UserId, page, wish.Name, filter, wish.Shared, clock.UtcNow());
                db.SavedViews.Add(view);
                Open(own, view, wish.IsDefault);
                await db.SaveChangesAsync(ct);
                return filter.Length == 0 ? page : $"{page}?{filter}";
            },
            ct);
    }

    /// <summary>Renames a view of one's own, offers it to everybody or no longer, opens the page with it or no longer.</summary>
    public Task<Outcome> ChangeAsync(Guid id, int version, ViewWish wish, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return db.WriteAsync(
            async ct =>
            {
                var view = await db.SavedViews.SingleOrDefaultAsync(view => view.Id == id && view.OwnerId == by.UserId, ct) ?? throw new MissingException("saved view");
                if (view.Version != version)
                {
                    throw new StaleVersionException("saved view");
                }

                var own = await db.SavedViews.Where(other => other.Page == view.Page && other.OwnerId == by.UserId).ToListAsync(ct);
                if (Refusal(own, view, wish, by) is { } refusal)
                {
                    return refusal;
                }

                view.Change(wish.Name, view.Query, wish.Shared);
                Open(own, view, wish.IsDefault);
                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Deletes a view of one's own; who may share views also clears away those that others share.</summary>
    public async Task DeleteAsync(Guid id, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        var clears = by.Can(Right.ShareViews);
        var view = await db.SavedViews.SingleOrDefaultAsync(view => view.Id == id && (view.OwnerId == by.UserId || (clears && view.Shared)), ct) ?? throw new MissingException("saved view");
        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(ct);
    }

    // What an address may hold stays as it is.
    private static string Encoded(string pair) => string.Concat(pair.EnumerateRunes().Select(rune =>
        rune.IsAscii && rune.Value is > ' ' and < 127 && !"\"<>#\\^`{|}".Contains((char)rune.Value, StringComparison.Ordinal) ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private static Outcome? Refusal(List<SavedView> own, SavedView? view, ViewWish wish, Viewer by)
    {
        var name = TextKey.Of(wish.Name, SavedView.NameLength * 2);
        return wish.Shared && view?.Shared != true && !by.Can(Right.ShareViews) ? Outcome.Refuse("The program manager and marketing share views with everybody.", nameof(ViewWish.Shared))
            : own.Exists(other => other != view && other.NameKey == name) ? Outcome.Refuse("You have a view of this name here already.", nameof(ViewWish.Name))
            : null;
    }

    private static Outcome? Full(List<SavedView> own, string filter) =>
        own.Count >= Most ? Outcome.Refuse($"You have {Most} views here. Delete one first.", nameof(ViewWish.Name))
        : filter.Length > SavedView.QueryLength ? Outcome.Refuse("This filter is too long to keep. Take something out.", nameof(ViewWish.Name))
        : null;

    private static void Open(List<SavedView> own, SavedView view, bool isDefault)
    {
        foreach (var other in own.Where(other => isDefault && other != view && other.IsDefault))
        {
            other.MakeDefault(false);
        }

        view.MakeDefault(isDefault);
    }
}
