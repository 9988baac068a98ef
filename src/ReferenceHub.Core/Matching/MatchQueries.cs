using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>Searches this node's catalog on behalf of somebody.</summary>
public sealed class MatchQueries(
    CatalogCache catalog, MatchAsking asking, LikenessReader likenesses, NeedReading reading, RowContacts contacts)
{
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

        var read = await reading.ReadAsync(settled.Text, snapshot, asking.WhoAsks(viewer), viewer, ct);
        return read with { Criteria = Retyped.Join(settled.WithText(null), read, snapshot.Terms) };
    }

    /// <summary>Answers one search.</summary>
    public async Task<CatalogAnswer> SearchAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        var (snapshot, query, activity) = await asking.QueryAsync(ask, viewer, ct);
        var result = Matcher.Match(snapshot, query);
        var rows = ask.WithContacts ? await contacts.NamedAsync(result.Rows, ct) : result.Rows;
        return new CatalogAnswer(result with { Rows = rows }, snapshot.Terms, activity, query.Today) { Likes = query.Likes };
    }

    /// <summary>Goes through all that a search finds, at most as many as it takes.</summary>
    public async Task<MatchWalk> WalkAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        var (snapshot, query, _) = await asking.QueryAsync(ask with { Page = 1 }, viewer, ct);
        return Matcher.Walk(snapshot, query);
    }

    /// <summary>The place, from 1, of one customer among all that fit and can be asked now or on a day in sight (see <see cref="MatchPlace"/>); null when it is none of them.</summary>
    public async Task<double?> PlaceAsync(CatalogAsk ask, Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var (snapshot, query, _) = await asking.QueryAsync(ask, viewer, ct);
        return MatchPlace.Of(snapshot, query, customerId);
    }

    /// <summary>How many fit and how many of them can be asked, without facets, relaxations or contacts: for lists that say it of each line.</summary>
    public async Task<FoundCount> CountAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var (snapshot, query, activity) = await asking.QueryAsync(ask with { Page = 1, Take = 1, TakeClosed = 0, WithContacts = false }, viewer, ct);
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
        var (snapshot, query, activity) = await asking.QueryAsync(ask, viewer, ct);
        return customers.Distinct().Select(snapshot.Find).OfType<CatalogEntry>()
            .Where(entry => query.Viewer.Knows(entry) && (query.Viewer.SeesStandings || entry.OwnerId == viewer.UserId))
            .ToDictionary(entry => entry.Id, entry => ContactRanks.Of(entry, query.Usage.Of(entry.Id), activity.Scope, query.Contact, snapshot.Terms, query.Today));
    }

    /// <summary>Customers by name as this viewer knows it, those that begin so first; slips of the keyboard are forgiven where nobody is called so.</summary>
    public async Task<IReadOnlyList<NamedCustomer>> CalledAsync(string? words, int most, Viewer viewer, CancellationToken ct)
    {
        var (snapshot, query, _) = await asking.QueryAsync(new CatalogAsk(Criteria.None), viewer, ct);
        return NameSearch.Find(snapshot, query, words, most, (found, row) => new NamedCustomer(
            found.Block.Ids[row], RowFacts.NameOf(found, row), found.Sight.IsHidden(row), RowFacts.IndustryOf(found, row), RowFacts.PlaceOf(found, row)));
    }

    /// <summary>How each criterion is called on its chip, to this viewer.</summary>
    public async Task<IReadOnlyList<(Criterion Item, string Words)>> WordsAsync(Criteria criteria, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var snapshot = await catalog.GetAsync(ct);
        var likes = await likenesses.ReadAsync(criteria, snapshot, asking.WhoAsks(viewer), viewer, ct);
        var today = await asking.TodayAsync(ct);
        return [.. criteria.Items.Select(item => (item, Matcher.WordsOf(item, snapshot.Terms, likes, today)))];
    }

    /// <summary>The terms that criteria may name.</summary>
    public async Task<CatalogTerms> TermsAsync(CancellationToken ct) => (await catalog.GetAsync(ct)).Terms;

    /// <summary>The criteria that this viewer may search by.</summary>
    public static Criteria Allowed(Criteria criteria, Viewer viewer) => MatchAsking.Allowed(criteria, viewer);
}
