using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Tabs of one's own requests.</summary>
public enum MyTab
{
    /// <summary>Sent and not over.</summary>
    Open,

    /// <summary>Not sent yet.</summary>
    Drafts,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Asks of others for customers one owns, or stands in for the owner of.</summary>
    Asks,

    /// <summary>Sent by others: followed, or of somebody one stands in for.</summary>
    Following,
}

/// <summary>One's own requests, and the asks for customers one owns.</summary>
public sealed class MyRequests(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars, ActivityTypeQueries types, OpenRequests open, PreferredCustomers preferred)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 25;

    private static readonly CandidateState[] AskStates =
        [CandidateState.OwnerAsked, CandidateState.LegalAsked, CandidateState.CustomerAsked, CandidateState.Accepted, CandidateState.Scheduled];

    /// <summary>One page of a tab, newest first, after a number, of those that hold the words if any; 7 queries.</summary>
    public async Task<MyPage> PageAsync(MyTab tab, int? after, Viewer viewer, CancellationToken ct, string? words = null)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var context = await ListContext.LoadAsync(db, clock, calendars, types, ct);
        var mine = db.Requests.AsNoTracking().OwnOf(viewer.UserId);
        var states = await mine.GroupBy(request => request.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(ct);
        var asks = await AsksOf(viewer).CountAsync(ct);
        var counts = new MyCounts(
            states.Where(state => state.State.IsOpen()).Sum(state => state.Count),
            states.Where(state => state.State == RequestState.Draft).Sum(state => state.Count),
            states.Where(state => state.State.IsEnd()).Sum(state => state.Count),
            asks)
        {
            Following = await Followed(viewer).CountAsync(ct),
        };
        if (tab == MyTab.Asks)
        {
            return new MyPage(counts, [], await AsksAsync(viewer, context, ct), null);
        }

        var shown = In(tab, viewer).Holding(words);
        var rows = await RequestRows.ReadAsync(
            shown.Where(request => after == null || request.Number < after).OrderByDescending(request => request.Number).Take(PageSize + 1), context, viewer, ct);
        if (tab == MyTab.Drafts)
        {
            await WishesAsync(rows, viewer, ct);
        }

        return new MyPage(counts, [.. rows.Take(PageSize)], [], rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    // Before there is a deal, the customers that were wished for tell drafts apart.
    private async Task WishesAsync(List<RequestRow> drafts, Viewer viewer, CancellationToken ct)
    {
        int[] numbers = [.. drafts.Where(row => row.HasNoProspect).Select(row => row.Number)];
        var wishes = numbers.Length == 0 ? [] : await db.Requests.AsNoTracking().Where(request => EF.Parameter(numbers).Contains(request.Number))
            .Select(request => new { request.Number, request.Preferred }).ToDictionaryAsync(request => request.Number, request => request.Preferred.FirstOrDefault(), ct);
        var names = (await preferred.NamesAsync([.. wishes.Values.Where(id => id != Guid.Empty)], viewer, ct)).ToDictionary(customer => customer.Id, customer => customer.Name);
        for (var place = 0; place < drafts.Count; place++)
        {
            drafts[place] = drafts[place] with { Wish = names.GetValueOrDefault(wishes.GetValueOrDefault(drafts[place].Number)) };
        }
    }

    /// <summary>Numbers of all requests of a tab, newest first, of those that hold the words if any.</summary>
    public Task<List<int>> NumbersAsync(MyTab tab, Viewer viewer, CancellationToken ct, string? words = null) =>
        In(tab, viewer).Holding(words).OrderByDescending(request => request.Number).Select(request => request.Number).ToListAsync(ct);

    /// <summary>Rows of own or followed requests by number, in any order.</summary>
    public async Task<IReadOnlyList<RequestRow>> RowsAsync(int[] numbers, Viewer viewer, CancellationToken ct) => await RequestRows.ReadAsync(
        db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => EF.Parameter(numbers).Contains(request.Number)),
        await ListContext.LoadAsync(db, clock, calendars, types, ct), viewer, ct);

    /// <summary>How many requests wait for this viewer as requester or owner, or as who stands in for them; one query.</summary>
    public async Task<int> WaitingAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var owners = viewer.ActsFor;
        var asked = await db.Candidates.Where(candidate => candidate.State == CandidateState.OwnerAsked && owners.Contains(candidate.Customer!.OwnerId!.Value))
            .Select(candidate => candidate.RequestId).Distinct().ToListAsync(ct);
        var ids = asked.ToHashSet();
        return (await open.AllAsync(ct)).Count(row => (owners.Contains(row.RequesterId) && row.Ball == Party.Requester) || ids.Contains(row.Id));
    }

    private IQueryable<ReferenceRequest> In(MyTab tab, Viewer viewer)
    {
        var mine = db.Requests.AsNoTracking().OwnOf(viewer.UserId);
        return tab switch
        {
            MyTab.Drafts => mine.Where(request => request.State == RequestState.Draft),
            MyTab.Ended => mine.Where(request => RequestStates.Ended.Contains(request.State)),
            MyTab.Following => Followed(viewer),
            _ => mine.Where(request => RequestStates.Open.Contains(request.State)),
        };
    }

    // Open ones, and for a while those that ended: who follows wants to see how it went.
    private IQueryable<ReferenceRequest> Followed(Viewer viewer)
    {
        var (me, others) = (viewer.UserId, viewer.StandsInFor);
        var since = clock.UtcNow().AddDays(-ReferenceRequest.ReopenDays);
        return db.Requests.AsNoTracking().Where(request => request.State != RequestState.Draft && (request.EndedAt == null || request.EndedAt > since)
            && (request.Watchers.Any(watcher => watcher.UserId == me) || (others.Contains(request.RequesterId) && request.EndedAt == null)));
    }

    private IQueryable<Candidate> AsksOf(Viewer viewer)
    {
        var owners = viewer.ActsFor;
        return db.Candidates.AsNoTracking().Where(candidate => owners.Contains(candidate.Customer!.OwnerId!.Value) && AskStates.Contains(candidate.State));
    }

    private async Task<IReadOnlyList<OwnAsk>> AsksAsync(Viewer viewer, ListContext context, CancellationToken ct)
    {
        var rows = await AsksOf(viewer)
            .Join(db.Requests, candidate => candidate.RequestId, request => request.Id, (candidate, request) => new
            {
                request.Number,
                request.ActivityKey,
                request.CalendarId,
                Prospect = request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name,
                Requester = request.Requester!.Name,
                Customer = candidate.Customer!.Name,
                candidate.Customer.OwnerId,
                Owner = candidate.Customer.Owner!.Name,
                Contact = candidate.Contact!.Name,
                candidate.State,
                candidate.ReplyDueAt,
                request.HeldAt,
                candidate.ScheduledFor,
            })
            .OrderBy(row => row.ReplyDueAt == null).ThenBy(row => row.ReplyDueAt).ThenBy(row => row.Number)
            .Take(100)
            .ToListAsync(ct);
        return [.. rows.Select(row => new OwnAsk(
            row.Number, row.ActivityKey, context.NameOf(row.ActivityKey), row.Prospect ?? "", row.Requester, row.Customer, row.Contact, row.State,
            row.State.IsAsked() && row.ReplyDueAt is { } due && context.TypeOf(row.ActivityKey) is { } type
                ? DueReading.OfAnswer(due, AskWindow.MinutesOf(type, row.State.Awaits()), row.HeldAt, context.Now, context.Book.Of(row.CalendarId))
                : null,
            row.ScheduledFor)
        {
            InsteadOf = row.OwnerId == viewer.UserId ? null : row.Owner,
        })];
    }
}

/// <summary>How many each tab holds.</summary>
public sealed record MyCounts(int Open, int Drafts, int Ended, int Asks)
{
    /// <summary>Requests of others that one follows, or of somebody one stands in for.</summary>
    public int Following { get; init; }
}

/// <summary>One page of one's own requests.</summary>
public sealed record MyPage(MyCounts Counts, IReadOnlyList<RequestRow> Rows, IReadOnlyList<OwnAsk> Asks, int? Next);

/// <summary>An ask for a customer that the viewer owns or stands in for the owner of.</summary>
public sealed record OwnAsk(
    int Number, string ActivityKey, string ActivityName, string Prospect, string Requester, string Customer, string? Contact,
    CandidateState State, DueReading? Reply, DateTime? ScheduledFor)
{
    /// <summary>When the present answer is due (UTC).</summary>
    public DateTime? ReplyDueAt => Reply?.DueAt;

    /// <summary>The owner, who is away, when the reader stands in.</summary>
    public string? InsteadOf { get; init; }
}
