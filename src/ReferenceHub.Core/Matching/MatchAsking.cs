using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Makes a search of what somebody asks: what they may search by, their day, the activity type with its usage, the weights.</summary>
public sealed class MatchAsking(
    CatalogCache catalog, UsageViews usage, ActivityTypeQueries activities, OrganisationCache organisation, MatchWeightCache weights, LikenessReader likenesses, TimeProvider clock)
{
    private const int DeepestPage = 4000;

    /// <summary>The criteria that this viewer may search by.</summary>
    public static Criteria Allowed(Criteria criteria, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return viewer.SeesTotalsOnly() ? criteria.Without(criteria.Items.Where(item => item.Facet is Facet.Availability or Facet.FreeBy)) : criteria;
    }

    /// <summary>The search that an ask comes to, over the catalog as it is now.</summary>
    public async Task<(CatalogSnapshot Snapshot, MatchQuery Query, ActivityType Activity)> QueryAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(viewer);
        var activity = await ActivityAsync(ask.ActivityKey, ct);
        var now = clock.UtcNow();
        var programZone = (await organisation.GetAsync(ct)).ZoneId;
        var today = Zones.DateIn(programZone, now);
        var snapshot = await catalog.GetAsync(ct);
        ask = Allowed(ask, viewer);
        var criteria = ask.Criteria.Settled(snapshot.Terms);
        var who = WhoAsks(viewer, now);
        var query = new MatchQuery
        {
            Criteria = criteria,
            Viewer = who,
            Likes = await likenesses.ReadAsync(criteria, snapshot, who, viewer, ct),
            Contact = ContactAsk.Of(criteria, snapshot.Terms, ask.Language, ask.ZoneId, programZone),
            Weights = ask.Weights ?? await weights.GetAsync(ct),
            Today = today,
            Usage = await usage.OfAsync(activity, today, ask.DealAmount, ct),
            Scope = activity.Scope,
            ForAsking = ask.ForAsking,
            TakeClosed = ask.TakeClosed,
            Refused = ask.Refused,
            Tab = ask.Tab,
            Sort = ask.Sort,
            Skip = (Math.Clamp(ask.Page, 1, DeepestPage) - 1) * ask.Take,
            Take = ask.Take,
            Seed = ask.RequestId ?? SeedOf(viewer.UserId, today),
        };
        return (snapshot, query, activity);
    }

    /// <summary>The viewer as searches know them.</summary>
    public MatchViewer WhoAsks(Viewer viewer) => WhoAsks(viewer, clock.UtcNow());

    /// <summary>Today in the program's zone.</summary>
    public async Task<DateOnly> TodayAsync(CancellationToken ct) => Zones.DateIn((await organisation.GetAsync(ct)).ZoneId, clock.UtcNow());

    private static MatchViewer WhoAsks(Viewer viewer, DateTime now) => new(viewer.UserId, viewer.Can(Right.SeeCustomerSecrets), now)
    {
        MayBeReleasedTo = viewer.MayBeReleasedTo(),
        StandsInFor = viewer.StandsInFor,
        SeesStandings = !viewer.SeesTotalsOnly(),
    };

    // Who sees totals only must not find out by filter or order how one customer stands.
    private static CatalogAsk Allowed(CatalogAsk ask, Viewer viewer) => viewer.SeesTotalsOnly()
        ? ask with
        {
            Criteria = Allowed(ask.Criteria, viewer),
            Tab = ask.Tab == MatchTab.FreeNow ? MatchTab.All : ask.Tab,
            Sort = ask.Sort == MatchSort.Rested ? MatchSort.Name : ask.Sort,
        }
        : ask;

    private async Task<ActivityType> ActivityAsync(string? key, CancellationToken ct)
    {
        var types = await activities.AllAsync(ct);
        return types.FirstOrDefault(type => type.Key == key)
            ?? types.FirstOrDefault(type => type.Key == ActivityKeys.SalesCall)
            ?? (types.Count > 0 ? types[0] : throw new MissingException("activity type"));
    }

    // The same order all day for one person, another for the next.
    private static Guid SeedOf(Guid userId, DateOnly today)
    {
        Span<byte> bytes = stackalloc byte[16];
        userId.TryWriteBytes(bytes);
        bytes[0] ^= (byte)today.DayNumber;
        bytes[1] ^= (byte)(today.DayNumber >> 8);
        return new Guid(bytes);
    }
}
