using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>One deal beside others that may be the same.</summary>
public sealed record DealTwin(Guid Id, string ExternalId, string Name, string? AccountName, DateOnly? ClosesOn, long? AmountMinor, string Currency, string? OwnerName);

/// <summary>Finds deals that were likely entered twice, for those who run the program.</summary>
public sealed class DealDuplicateQueries(ReferenceHubDbContext db)
{
    /// <summary>Groups listed at once.</summary>
    public const int MostGroups = 50;

    private const int MostOfAnAccount = 300;
    private const int MostFound = 10;

    /// <summary>Deals that are likely this one.</summary>
    public async Task<IReadOnlyList<DealTwin>> LikeAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Right.RunProgram))
        {
            return [];
        }

        var deal = await db.Opportunities.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(deal => deal.Id == id, ct) ?? throw new MissingException("opportunity");
        var near = await db.Opportunities.AsNoTracking().VisibleTo(viewer, db)
            .Where(other => other.Id != id && (other.NameKey == deal.NameKey || (deal.AccountKey != null && other.AccountKey == deal.AccountKey)))
            .OrderByDescending(other => other.CloseOrder).ThenBy(other => other.ExternalId)
            .Take(MostOfAnAccount)
            .ToListAsync(ct);
        return [.. near.Where(other => DealLikeness.AreAlike(deal, other)).Take(MostFound).Select(Twin)];
    }

    /// <summary>Deals whose words, id, name or account, hold the text, to merge one by hand.</summary>
    public async Task<IReadOnlyList<DealTwin>> FindAsync(Guid id, string? text, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        var words = TextKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).ToList();
        var found = db.Opportunities.AsNoTracking().VisibleTo(viewer, db).Where(deal => deal.Id != id);
        foreach (var word in words)
        {
            found = found.Where(deal => deal.SearchKey.Contains(word));
        }

        return words.Count == 0 ? [] : [.. (await found.OrderBy(deal => deal.NameKey).ThenBy(deal => deal.ExternalId).Take(MostFound).ToListAsync(ct)).Select(Twin)];
    }

    /// <summary>Groups of deals with one account, name, days and amount; those with the most first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<DealTwin>>> GroupsAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        var alike = await db.Opportunities.AsNoTracking().VisibleTo(viewer, db)
            .GroupBy(deal => new { deal.AccountKey, deal.NameKey, deal.OpenedOn, deal.ClosesOn, deal.AmountMinor })
            .Where(group => group.Count() > 1)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.NameKey)
            .Take(MostGroups)
            .Select(group => new { group.Key.AccountKey, group.Key.NameKey, group.Key.OpenedOn, group.Key.ClosesOn, group.Key.AmountMinor })
            .ToListAsync(ct);
        var names = alike.Select(group => group.NameKey).Distinct().ToList();
        var deals = names.Count == 0 ? [] : await db.Opportunities.AsNoTracking().VisibleTo(viewer, db).Where(deal => names.Contains(deal.NameKey)).OrderBy(deal => deal.ExternalId).ToListAsync(ct);
        var byKey = deals.ToLookup(deal => new { deal.AccountKey, deal.NameKey, deal.OpenedOn, deal.ClosesOn, deal.AmountMinor });
        return [.. alike.Select(group => (IReadOnlyList<DealTwin>)[.. byKey[group].Select(Twin)])];
    }

    private static DealTwin Twin(Opportunity deal) =>
        new(deal.Id, deal.ExternalId, deal.Name, deal.AccountName, deal.ClosesOn, deal.AmountMinor, deal.Currency, deal.OwnerName);
}
