using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>A need that no reference met, as this viewer may see it.</summary>
public sealed record UnmetNeedLine
{
    /// <summary>The need.</summary>
    public required Guid Id { get; init; }

    /// <summary>The deal's key here.</summary>
    public required Guid DealId { get; init; }

    /// <summary>The deal's name, and its key in the CRM.</summary>
    public required string DealName { get; init; }

    /// <summary>The prospect.</summary>
    public required string? AccountName { get; init; }

    /// <summary>Amount in minor units; null when unknown or not for this viewer.</summary>
    public required long? AmountMinor { get; init; }

    /// <summary>ISO currency of the amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether the amount is kept from the viewer.</summary>
    public required bool AmountHidden { get; init; }

    /// <summary>Key of the activity type, and its name.</summary>
    public required (string Key, string Name) Activity { get; init; }

    /// <summary>What was looked for, as a query string.</summary>
    public required string Criteria { get; init; }

    /// <summary>What was looked for, in words.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>How many fitted when it was recorded, counted by whoever recorded it; null for who knows less than they may.</summary>
    public required int? Fitting { get; init; }

    /// <summary>How many fit now, and how many of them can be asked; null for a need that does not stand.</summary>
    public required (int Total, int Free)? Now { get; init; }

    /// <summary>When it was recorded, last (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>When it was taken back or met (UTC).</summary>
    public required DateTime? ClosedAt { get; init; }

    /// <summary>Whether this viewer may take it back.</summary>
    public required bool MayTakeBack { get; init; }
}

/// <summary>A page of unmet needs, and how many stand.</summary>
public sealed record UnmetNeedPage(IReadOnlyList<UnmetNeedLine> Rows, int Total, int Page, int Standing)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 25;

    /// <summary>Amounts of the deals that needs stand for, by currency, each deal once, with how many deals; none for those who see no amounts of others.</summary>
    public IReadOnlyList<(string Currency, long Minor, int Deals)> Money { get; init; } = [];
}

/// <summary>Reads unmet needs of deals in the viewer's sight.</summary>
public sealed class UnmetNeedQueries(ReferenceHubDbContext db, MatchQueries matches, ActivityTypeQueries activities)
{
    /// <summary>One page, the latest first: those that stand, or those that were taken back or met.</summary>
    public async Task<UnmetNeedPage> PageAsync(bool closed, int page, Viewer viewer, CancellationToken ct)
    {
        var standing = await CountAsync(viewer, ct);
        var total = closed ? await InSight(viewer).CountAsync(need => need.ClosedAt != null, ct) : standing;
        var shown = Paging.Within(page, total, UnmetNeedPage.Size);
        var rows = await LinesAsync(Ordered(closed, viewer).Skip((shown - 1) * UnmetNeedPage.Size).Take(UnmetNeedPage.Size), viewer, ct);
        return new UnmetNeedPage(rows, total, shown, standing) { Money = await MoneyAsync(viewer, ct) };
    }

    /// <summary>How many stand.</summary>
    public Task<int> CountAsync(Viewer viewer, CancellationToken ct) => InSight(viewer).CountAsync(need => need.ClosedAt == null, ct);

    /// <summary>Needs of an activity type that stand for these very criteria, the latest first.</summary>
    public Task<List<UnmetNeedLine>> SameAsync(Criteria criteria, string activityKey, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var query = criteria.ToQuery();
        return LinesAsync(Ordered(closed: false, viewer).Where(need => need.ActivityKey == activityKey && need.Criteria == query).Take(UnmetNeedPage.Size), viewer, ct);
    }

    /// <summary>Keys of all on a list, in its order.</summary>
    internal Task<List<Guid>> IdsAsync(bool closed, Viewer viewer, CancellationToken ct) => Ordered(closed, viewer).Select(need => need.Id).ToListAsync(ct);

    /// <summary>The lines of these keys.</summary>
    internal Task<List<UnmetNeedLine>> LinesAsync(Guid[] keys, Viewer viewer, CancellationToken ct) => LinesAsync(InSight(viewer).Where(need => EF.Parameter(keys).Contains(need.Id)), viewer, ct);

    private IQueryable<UnmetNeed> InSight(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.AskForReference);
        return db.UnmetNeeds.AsNoTracking().Where(need => db.Opportunities.VisibleTo(viewer, db).Any(deal => deal.Id == need.OpportunityId));
    }

    private IQueryable<UnmetNeed> Ordered(bool closed, Viewer viewer) =>
        InSight(viewer).Where(need => (need.ClosedAt != null) == closed).OrderByDescending(need => need.At).ThenBy(need => need.Id);

    private async Task<List<UnmetNeedLine>> LinesAsync(IQueryable<UnmetNeed> needs, Viewer viewer, CancellationToken ct)
    {
        var types = (await activities.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var lines = new List<UnmetNeedLine>();
        foreach (var need in await needs.Include(need => need.Opportunity).Include(need => need.By).ToListAsync(ct))
        {
            lines.Add(await LineAsync(need, types.GetValueOrDefault(need.ActivityKey, need.ActivityKey), viewer, ct));
        }

        return lines;
    }

    private async Task<UnmetNeedLine> LineAsync(UnmetNeed need, string activity, Viewer viewer, CancellationToken ct)
    {
        var (deal, criteria) = (need.Opportunity!, Criteria.Parse(need.Criteria));
        var shown = viewer.MaySeeAmountOf(deal.OwnerId);
        var now = need.ClosedAt is null ? await matches.CountAsync(new CatalogAsk(criteria, need.ActivityKey, ForAsking: true), viewer, ct) : null;
        return new UnmetNeedLine
        {
            Id = need.Id,
            DealId = deal.Id,
            DealName = $"{deal.Name} ({deal.ExternalId})",
            AccountName = deal.AccountName,
            AmountMinor = shown ? deal.AmountMinor : null,
            Currency = deal.Currency,
            AmountHidden = !shown,
            Activity = (need.ActivityKey, activity),
            Criteria = need.Criteria,
            Words = await matches.InWordsAsync(criteria, viewer, ct),
            Fitting = need.ById == viewer.UserId || viewer.Can(Right.SeeCustomerSecrets) ? need.Fitting : null,
            Now = now is null ? null : (now.Total, now.Free),
            At = need.At,
            By = need.By!.Name,
            ClosedAt = need.ClosedAt,
            MayTakeBack = need.ClosedAt is null && viewer.MayTakeBack(need.ById, deal.OwnerId),
        };
    }

    private async Task<IReadOnlyList<(string Currency, long Minor, int Deals)>> MoneyAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.Can(Right.SeeDealAmounts))
        {
            return [];
        }

        var sums = await db.Opportunities.AsNoTracking().VisibleTo(viewer, db)
            .Where(deal => deal.AmountMinor != null && db.UnmetNeeds.Any(need => need.OpportunityId == deal.Id && need.ClosedAt == null))
            .GroupBy(deal => deal.Currency)
            .Select(group => new { group.Key, Minor = group.Sum(deal => deal.AmountMinor!.Value), Deals = group.Count() })
            .ToListAsync(ct);
        return [.. sums.OrderByDescending(sum => sum.Minor).Select(sum => (sum.Key, sum.Minor, sum.Deals))];
    }
}
