using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>What somebody asks the catalog.</summary>
/// <param name="Criteria">What is looked for.</param>
/// <param name="ActivityKey">The activity type that availability is said for; sales call when null.</param>
/// <param name="Tab">Which of the customers.</param>
/// <param name="Sort">Order.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="ForAsking">Whether references to ask are wanted, rather than a look at the catalog.</param>
/// <param name="RequestId">Near-equals take turns by it; by person and day when null.</param>
/// <param name="Take">Rows of a page.</param>
/// <param name="Weights">Weights to try; those of the program when null.</param>
public sealed record CatalogAsk(
    Criteria Criteria,
    string? ActivityKey = null,
    MatchTab Tab = MatchTab.All,
    MatchSort Sort = MatchSort.Best,
    int Page = 1,
    bool ForAsking = false,
    Guid? RequestId = null,
    int Take = MatchQuery.PageSize,
    MatchWeights? Weights = null)
{
    /// <summary>Most of the closed ones that say why not.</summary>
    public int TakeClosed { get; init; } = 8;

    /// <summary>Language of the conversation (key), for the choice of the contact; by the criteria when null.</summary>
    public string? Language { get; init; }

    /// <summary>Time zone of the prospect (IANA), for the choice of the contact.</summary>
    public string? ZoneId { get; init; }

    /// <summary>Whether the best contact of each row is wanted.</summary>
    public bool WithContacts { get; init; } = true;
}

/// <summary>The answer with what is needed to show it.</summary>
public sealed record CatalogAnswer(MatchResult Result, CatalogTerms Terms, ActivityType Activity, DateOnly Today)
{
    /// <summary>Whom "like …" meant.</summary>
    public Likenesses Likes { get; init; } = Likenesses.None;

    /// <summary>How a criterion is called on its chip.</summary>
    public string WordsOf(Criterion item) => Matcher.WordsOf(item, Terms, Likes, Today);
}

/// <summary>How many fit, how many of them can be asked now, and the best of those; null when none can.</summary>
public sealed record FoundCount(int Total, int Free, MatchRow? First, ActivityType Activity);

/// <summary>Searches this node's catalog on behalf of somebody.</summary>
public sealed class MatchQueries(
    CatalogCache catalog, UsageViews usage, ActivityTypeQueries activities, OrganisationCache organisation, MatchWeightCache weights, LikenessReader likenesses,
    NeedReading reading, RowContacts contacts, TimeProvider clock)
{
    private const int DeepestPage = 4000;
    private const int MostNamed = 3;

    /// <summary>Reads words as this viewer means them: what they name becomes criteria, the rest stays text; keys of merged terms become those that stand.</summary>
    public async Task<NeedRead> ReadWordsAsync(Criteria criteria, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(viewer);
        var snapshot = await catalog.GetAsync(ct);
        var settled = criteria.Settled(snapshot.Terms);
        if (settled.Text.Length == 0)
        {
            return new NeedRead(settled, null, []);
        }

        var read = await reading.ReadAsync(settled.Text, snapshot, WhoAsks(viewer, clock.UtcNow()), viewer, ct);
        return read with { Criteria = Retyped.Join(settled.WithText(null), read, snapshot.Terms) };
    }

    /// <summary>Answers one search.</summary>
    public async Task<CatalogAnswer> SearchAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        var (snapshot, query, activity) = await QueryAsync(ask, viewer, ct);
        var result = Matcher.Match(snapshot, query);
        var rows = ask.WithContacts ? await contacts.NamedAsync(result.Rows, ct) : result.Rows;
        return new CatalogAnswer(result with { Rows = rows }, snapshot.Terms, activity, query.Today) { Likes = query.Likes };
    }

    /// <summary>Goes through all that a search finds, at most as many as it takes.</summary>
    public async Task<MatchWalk> WalkAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        var (snapshot, query, _) = await QueryAsync(ask with { Page = 1 }, viewer, ct);
        return Matcher.Walk(snapshot, query);
    }

    /// <summary>The place, from 1, of one customer among all that fit and can be asked now or on a day in sight (see <see cref="MatchPlace"/>); null when it is none of them.</summary>
    public async Task<double?> PlaceAsync(CatalogAsk ask, Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var (snapshot, query, _) = await QueryAsync(ask, viewer, ct);
        return MatchPlace.Of(snapshot, query, customerId);
    }

    /// <summary>How many fit and how many of them can be asked, without facets, relaxations or contacts: for lists that say it of each line.</summary>
    public async Task<FoundCount> CountAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var (snapshot, query, activity) = await QueryAsync(ask with { Page = 1, Take = 1, TakeClosed = 0, WithContacts = false }, viewer, ct);
        var (total, closed, first) = Matcher.Count(snapshot, query);
        return new FoundCount(total, total - closed, first, activity);
    }

    /// <summary>How many customers a search finds, and the first of them, at most so many.</summary>
    public async Task<(int Total, IReadOnlyList<Guid> Ids)> FoundAsync(CatalogAsk ask, Viewer viewer, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var read = await ReadWordsAsync(ask.Criteria, viewer, ct);
        var answer = await SearchAsync(ask with { Criteria = read.Criteria, Page = 1, Take = most, WithContacts = false }, viewer, ct);
        return (answer.Result.Total, [.. answer.Result.Rows.Select(row => row.CustomerId)]);
    }

    /// <summary>Customers whose name or place has these very words: what somebody who typed a name was looking for.</summary>
    public async Task<IReadOnlyList<MatchRow>> NamedAsync(string? words, Viewer viewer, CancellationToken ct)
    {
        var quoted = string.Join(' ', NeedWords.Of(words).Select(word => $"\"{word.Text}\""));
        if (quoted.Length == 0)
        {
            return [];
        }

        var answer = await SearchAsync(new CatalogAsk(Criteria.None.WithText(quoted), Sort: MatchSort.Name, Take: MostNamed) { WithContacts = false }, viewer, ct);
        return answer.Result.Rows;
    }

    /// <summary>Everybody who may be asked at some customers, best first, where this viewer knows the name and how it stands.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<RankedContact>>> ContactsAsync(CatalogAsk ask, IEnumerable<Guid> customers, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var (snapshot, query, activity) = await QueryAsync(ask, viewer, ct);
        return customers.Distinct().Select(snapshot.Find).OfType<CatalogEntry>()
            .Where(entry => query.Viewer.Knows(entry) && (query.Viewer.SeesStandings || entry.OwnerId == viewer.UserId))
            .ToDictionary(entry => entry.Id, entry => ContactRanks.Of(entry, query.Usage.Of(entry.Id), activity.Scope, query.Contact, snapshot.Terms, query.Today));
    }

    /// <summary>Customers by name as this viewer knows it, those that begin so first; slips of the keyboard are forgiven where nobody is called so.</summary>
    public async Task<IReadOnlyList<NamedCustomer>> CalledAsync(string? words, int most, Viewer viewer, CancellationToken ct)
    {
        var (snapshot, query, _) = await QueryAsync(new CatalogAsk(Criteria.None), viewer, ct);
        return NameSearch.Find(snapshot, query, words, most, (found, row) => new NamedCustomer(
            found.Block.Ids[row], RowFacts.NameOf(found, row), found.IsHidden(row), RowFacts.IndustryOf(found, row), RowFacts.PlaceOf(found, row)));
    }

    /// <summary>How each criterion is called on its chip, to this viewer.</summary>
    public async Task<IReadOnlyList<(Criterion Item, string Words)>> WordsAsync(Criteria criteria, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var snapshot = await catalog.GetAsync(ct);
        var likes = await likenesses.ReadAsync(criteria, snapshot, WhoAsks(viewer, clock.UtcNow()), viewer, ct);
        var today = Zones.DateIn((await organisation.GetAsync(ct)).ZoneId, clock.UtcNow());
        return [.. criteria.Items.Select(item => (item, Matcher.WordsOf(item, snapshot.Terms, likes, today)))];
    }

    /// <summary>The terms that criteria may name.</summary>
    public async Task<CatalogTerms> TermsAsync(CancellationToken ct) => (await catalog.GetAsync(ct)).Terms;

    /// <summary>The criteria that this viewer may search by.</summary>
    public static Criteria Allowed(Criteria criteria, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return viewer.SeesTotalsOnly() ? criteria.Without(criteria.Items.Where(item => item.Facet is Facet.Availability or Facet.FreeBy)) : criteria;
    }

    private async Task<(CatalogSnapshot Snapshot, MatchQuery Query, ActivityType Activity)> QueryAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
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
            Usage = await usage.OfAsync(activity, today, ct),
            Scope = activity.Scope,
            ForAsking = ask.ForAsking,
            TakeClosed = ask.TakeClosed,
            Tab = ask.Tab,
            Sort = ask.Sort,
            Skip = (Math.Clamp(ask.Page, 1, DeepestPage) - 1) * ask.Take,
            Take = ask.Take,
            Seed = ask.RequestId ?? SeedOf(viewer.UserId, today),
        };
        return (snapshot, query, activity);
    }

    private static MatchViewer WhoAsks(Viewer viewer, DateTime now) => new(viewer.UserId, viewer.Can(Right.SeeCustomerSecrets), now)
    {
        MayBeReleasedTo = viewer.MayBeReleasedTo(),
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
