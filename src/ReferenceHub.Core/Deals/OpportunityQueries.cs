using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>Reads deals as far as the viewer may see them.</summary>
public sealed class OpportunityQueries(ReferenceHubDbContext db)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>Options a picker offers at once.</summary>
    public const int MostOptions = 20;

    /// <summary>One page of deals.</summary>
    public async Task<OpportunityPage> PageAsync(OpportunitySearch search, Viewer viewer, CancellationToken ct)
    {
        var sort = search.Sort == DealSort.Amount && !viewer.Can(Right.SeeDealAmounts) ? DealSort.Closes : search.Sort;
        var found = Filter(db.Opportunities.AsNoTracking().VisibleTo(viewer, db), search, viewer);
        var total = await found.CountAsync(ct);
        var deals = await found.SortedBy(sort, search.Descending, OpportunityCursor.Read(search.After)).Take(PageSize + 1).ToListAsync(ct);
        var owners = await OwnersOf(deals, ct);
        var rows = deals.Take(PageSize).Select(deal => Row(deal, viewer, owners)).ToList();
        var next = deals.Count > PageSize ? OpportunityCursor.Of(deals[PageSize - 1], sort).ToString() : null;
        return new OpportunityPage(rows, total, next);
    }

    /// <summary>Keys of all deals that a search finds, in its order.</summary>
    public Task<List<Guid>> IdsAsync(OpportunitySearch search, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(search);
        var sort = search.Sort == DealSort.Amount && !viewer.Can(Right.SeeDealAmounts) ? DealSort.Closes : search.Sort;
        return Filter(db.Opportunities.AsNoTracking().VisibleTo(viewer, db), search, viewer).SortedBy(sort, search.Descending, null).Select(deal => deal.Id).ToListAsync(ct);
    }

    /// <summary>One deal; missing when the viewer may not see it.</summary>
    public async Task<OpportunityDetail> DetailAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var deal = await db.Opportunities.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(deal => deal.Id == id, ct)
            ?? throw new MissingException("opportunity");
        var row = Row(deal, viewer, await OwnersOf([deal], ct));
        var facts = deal.Facts with { AmountMinor = row.AmountMinor };
        return new OpportunityDetail(row, facts, deal.HighestStage, deal.CreatedAt, viewer.MayEditDealOf(deal.OwnerId), deal.Version) { AmountUnconfirmed = row.AmountMinor is not null && !deal.AmountConfirmed };
    }

    /// <summary>Open deals to pick from in a form, own ones first; the chosen one is always among them.</summary>
    public async Task<IReadOnlyList<OpportunityOption>> OptionsAsync(string? text, Guid? chosen, Viewer viewer, CancellationToken ct)
    {
        var stages = await db.DealStages.AsNoTracking().ToListAsync(ct);
        var me = viewer.UserId;
        var pickable = db.Opportunities.AsNoTracking().PickableBy(viewer);
        var found = await WithWords(pickable.Where(deal => deal.Outcome == DealOutcome.Open), text)
            .OrderBy(deal => deal.OwnerId == me ? 0 : 1)
            .ThenByDescending(deal => deal.CloseOrder)
            .ThenBy(deal => deal.ExternalId)
            .Take(MostOptions)
            .ToListAsync(ct);
        if (chosen is { } id && !found.Exists(deal => deal.Id == id))
        {
            found.InsertRange(0, await pickable.Where(deal => deal.Id == id).ToListAsync(ct));
        }

        return [.. found.Take(MostOptions).Select(deal => new OpportunityOption(deal.Id, $"{deal.Name} ({deal.ExternalId})", Hint(deal, stages)))];
    }

    /// <summary>The deal that a button of the picker means: the one it names, or else the only one that the words find; null when there is none such.</summary>
    public async Task<Guid?> PickedAsync(string? button, string? words, Viewer viewer, CancellationToken ct) =>
        Guid.TryParse(button, out var named) ? named
        : string.IsNullOrEmpty(button) || string.IsNullOrWhiteSpace(words) ? null
        : await OptionsAsync(words, null, viewer, ct) is [var only] ? only.Id
        : null;

    /// <summary>The deal that a merged one became part of, if the viewer may see that; else null.</summary>
    public async Task<Guid?> SurvivorAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var survivor = await db.Opportunities.AsNoTracking().Where(deal => deal.Id == id).Select(deal => deal.MergedIntoId).SingleOrDefaultAsync(ct);
        return survivor is { } key && await db.Opportunities.VisibleTo(viewer, db).AnyAsync(deal => deal.Id == key, ct) ? key : null;
    }

    /// <summary>Names of deals by key; those that the viewer may not see are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, Viewer viewer, CancellationToken ct) => ids.Count == 0
        ? new Dictionary<Guid, string>()
        : await db.Opportunities.AsNoTracking().VisibleTo(viewer, db).Where(deal => ids.Contains(deal.Id)).ToDictionaryAsync(deal => deal.Id, deal => deal.Name, ct);

    private static string Hint(Opportunity deal, List<DealStage> stages) =>
        string.Join(" · ", new[] { deal.AccountName, deal.Outcome == DealOutcome.Open ? stages.NameOf(deal.StageKey) : deal.Outcome.ToString() }.OfType<string>());

    private static IQueryable<Opportunity> Filter(IQueryable<Opportunity> deals, OpportunitySearch search, Viewer viewer)
    {
        var found = WithWords(deals, search.Text);
        if (search.Outcome is { } outcome)
        {
            found = found.Where(deal => deal.Outcome == outcome);
        }

        if (search.StageKey is { Length: > 0 } stage)
        {
            found = found.Where(deal => deal.StageKey == stage && deal.Outcome == DealOutcome.Open);
        }

        var me = viewer.UserId;
        return search.Mine ? found.Where(deal => deal.OwnerId == me) : found;
    }

    private static IQueryable<Opportunity> WithWords(IQueryable<Opportunity> deals, string? text)
    {
        foreach (var word in TextKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            deals = deals.Where(deal => deal.SearchKey.Contains(word));
        }

        return deals;
    }

    private async Task<Dictionary<Guid, string>> OwnersOf(IEnumerable<Opportunity> deals, CancellationToken ct)
    {
        var ids = deals.Select(deal => deal.OwnerId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, ct);
    }

    private static OpportunityRow Row(Opportunity deal, Viewer viewer, Dictionary<Guid, string> owners)
    {
        var shown = viewer.MaySeeAmountOf(deal.OwnerId);
        var owner = deal.OwnerId is { } id && owners.TryGetValue(id, out var name) ? name : deal.OwnerName;
        return new OpportunityRow(
            deal.Id, deal.ExternalId, deal.Name, deal.AccountName, deal.Product, deal.StageKey, deal.Outcome,
            deal.OpenedOn, deal.ClosesOn, shown ? deal.AmountMinor : null, deal.Currency, !shown, deal.OwnerId, owner);
    }
}
