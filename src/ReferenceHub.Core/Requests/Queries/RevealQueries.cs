using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>Which views of contact details are listed; days in the program's zone, both included.</summary>
public sealed record RevealSearch
{
    /// <summary>By this person.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Of contacts of this customer.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where the page before ended, as <see cref="RevealPage.Next"/> gave it.</summary>
    public string? After { get; init; }
}

/// <summary>One view: who saw whose details when, by which right, for which request; whether that was more than usual in a day.</summary>
public sealed record RevealRow(
    DateTime At, Guid UserId, string UserName, Guid CustomerId, string CustomerName, string ContactName, RevealRight Right, int? RequestNumber, RevealPlace Place, bool Unusual);

/// <summary>A day on which a person saw the details of unusually many contacts.</summary>
public sealed record UnusualDay(Guid UserId, string UserName, DateOnly On, int Contacts);

/// <summary>One page of views, the latest first, with what stands out and what to filter by.</summary>
public sealed record RevealPage(
    IReadOnlyList<RevealRow> Rows, string? Next, IReadOnlyList<UnusualDay> Unusual, IReadOnlyList<Person> People, string? CustomerName, DateOnly From, DateOnly To);

/// <summary>Who saw how to reach whom, for those who watch over it.</summary>
public sealed class RevealQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    private const int UsualDays = 30;
    private const int MostUnusual = 20;

    /// <summary>One page; the last 30 days unless said otherwise. At most 6 queries.</summary>
    public async Task<RevealPage> PageAsync(RevealSearch search, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.SeeReveals);
        var to = search.To ?? await db.ProgramDayAsync(clock.UtcNow(), ct);
        var from = search.From ?? (to > DateOnly.MinValue.AddDays(UsualDays) ? to.AddDays(1 - UsualDays) : DateOnly.MinValue);
        var found = db.ContactReveals.AsNoTracking().Where(reveal => reveal.On >= from && reveal.On <= to);
        found = search.UserId is { } user ? found.Where(reveal => reveal.UserId == user) : found;
        found = search.CustomerId is { } customer ? found.Where(reveal => reveal.CustomerId == customer) : found;
        var days = await UnusualAsync(found, ct);
        var cursor = RevealCursor.Read(search.After);
        var rows = await RowsAsync(found, cursor, ct);
        var shown = rows.Take(PageSize).Select(row => row with { Unusual = days.Any(day => day.UserId == row.UserId && day.On == row.On) }).ToList();
        return new RevealPage(
            [.. shown.Select(row => row.Shown())],
            rows.Count > PageSize ? cursor.Past([.. shown.Select(row => row.At)]).ToString() : null,
            days,
            await db.Users.AsNoTracking().Where(person => db.ContactReveals.Any(reveal => reveal.UserId == person.Id)).OrderBy(person => person.NameKey)
                .Select(person => new Person(person.Id, person.Name)).ToListAsync(ct),
            search.CustomerId is { } id ? await db.Customers.AsNoTracking().Where(row => row.Id == id).Select(row => row.Name).SingleOrDefaultAsync(ct) : null,
            from,
            to);
    }

    private async Task<List<FoundReveal>> RowsAsync(IQueryable<ContactReveal> found, RevealCursor cursor, CancellationToken ct)
    {
        var later = cursor.At is { } at ? found.Where(reveal => reveal.At <= at) : found;
        return await (
            from reveal in later.OrderByDescending(reveal => reveal.At).ThenBy(reveal => reveal.Id).Skip(cursor.Skip).Take(PageSize + 1)
            join user in db.Users on reveal.UserId equals user.Id
            join customer in db.Customers on reveal.CustomerId equals customer.Id
            join candidate in db.Candidates on reveal.SourceId equals candidate.Id into candidates
            from candidate in candidates.DefaultIfEmpty()
            join request in db.Requests on candidate.RequestId equals request.Id into requests
            from request in requests.DefaultIfEmpty()
            orderby reveal.At descending, reveal.Id
            select new FoundReveal(
                reveal.At, reveal.On, user.Id, user.Name, customer.Id, customer.Name, reveal.ContactName, reveal.Right, request == null ? null : request.Number, reveal.Place, false))
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<UnusualDay>> UnusualAsync(IQueryable<ContactReveal> found, CancellationToken ct)
    {
        var days = await found.GroupBy(reveal => new { reveal.UserId, reveal.On })
            .Select(group => new { group.Key.UserId, group.Key.On, Contacts = group.Select(reveal => reveal.ContactId).Distinct().Count() })
            .Where(day => day.Contacts > ContactReveal.UsualADay)
            .OrderByDescending(day => day.On).ThenByDescending(day => day.Contacts)
            .Take(MostUnusual)
            .ToListAsync(ct);
        var ids = days.Select(day => day.UserId).Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, ct);
        return days.ConvertAll(day => new UnusualDay(day.UserId, names[day.UserId], day.On, day.Contacts));
    }

    private sealed record FoundReveal(
        DateTime At, DateOnly On, Guid UserId, string UserName, Guid CustomerId, string CustomerName, string ContactName, RevealRight Right, int? Number, RevealPlace Place, bool Unusual)
    {
        public RevealRow Shown() => new(At, UserId, UserName, CustomerId, CustomerName, ContactName, Right, Number, Place, Unusual);
    }
}
