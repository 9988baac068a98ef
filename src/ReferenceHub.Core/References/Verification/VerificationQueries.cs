using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Records that are to be confirmed: of an owner the own ones, of the program all.</summary>
public sealed class VerificationQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>One page of them, the longest overdue first, with counts.</summary>
    public async Task<VerificationList> PageAsync(VerificationFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var all = Kept(db.Customers.AsNoTracking()).EditableBy(viewer);
        var owners = await OwnersAsync(all, today, ct);
        var asked = Of(all, filter);
        var standing = filter.OwnerId is null && !filter.Unowned ? owners : [.. owners.Where(owner => owner.OwnerId == filter.OwnerId)];
        var (overdue, soon) = (standing.Sum(owner => owner.Overdue), standing.Sum(owner => owner.Soon));
        var fresh = standing.Sum(owner => owner.Total) - overdue - soon;
        var total = filter.View switch { VerificationView.Overdue => overdue, VerificationView.Soon => soon, _ => fresh };
        var page = Paging.Within(filter.Page, total, VerificationList.Size);
        var lines = await Lines(InView(asked, filter.View, today)).Skip((page - 1) * VerificationList.Size).Take(VerificationList.Size).ToListAsync(ct);
        return new VerificationList(filter, today, lines, total, page, overdue, soon, fresh, owners);
    }

    /// <summary>All of them, in the order of the pages.</summary>
    internal async Task<List<Guid>> IdsAsync(VerificationFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        return await Sorted(InView(Of(Kept(db.Customers.AsNoTracking()).EditableBy(viewer), filter), filter.View, today)).Select(customer => customer.Id).ToListAsync(ct);
    }

    /// <summary>Those of these that stay on such a list, by id.</summary>
    internal Task<Dictionary<Guid, VerificationLine>> LinesAsync(Guid[] ids, Viewer viewer, CancellationToken ct) =>
        Lines(Kept(db.Customers.AsNoTracking()).EditableBy(viewer).Where(customer => EF.Parameter(ids).Contains(customer.Id))).ToDictionaryAsync(line => line.Id, ct);

    /// <summary>One's own records that are overdue, the longest first, and how many more there are.</summary>
    public async Task<(IReadOnlyList<VerificationLine> Lines, int More)> NeedsAsync(Viewer viewer, int most, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var me = viewer.UserId;
        var overdue = InView(Kept(db.Customers.AsNoTracking()).Where(customer => customer.OwnerId == me), VerificationView.Overdue, today);
        var lines = await Lines(overdue).Take(most).ToListAsync(ct);
        return (lines, lines.Count < most ? 0 : await overdue.CountAsync(ct) - lines.Count);
    }

    /// <summary>Records that somebody should keep true: what is retired or must not be used is left in peace.</summary>
    internal static IQueryable<Customer> Kept(IQueryable<Customer> customers) =>
        customers.Present().Where(customer => customer.Status != ReferenceStatus.Retired && customer.Status != ReferenceStatus.DoNotUse);

    /// <summary>Those of a view; one that was never confirmed is overdue.</summary>
    internal static IQueryable<Customer> InView(IQueryable<Customer> customers, VerificationView view, DateOnly today)
    {
        var soon = today.AddDays(VerificationList.SoonDays);
        return view switch
        {
            VerificationView.Overdue => customers.Where(customer => customer.VerifyBy == null || customer.VerifyBy < today),
            VerificationView.Soon => customers.Where(customer => customer.VerifyBy >= today && customer.VerifyBy <= soon),
            _ => customers.Where(customer => customer.VerifyBy > soon),
        };
    }

    private static IQueryable<Customer> Sorted(IQueryable<Customer> customers) =>
        customers.OrderBy(customer => customer.VerifyBy).ThenBy(customer => customer.NameKey).ThenBy(customer => customer.Id);

    private IQueryable<VerificationLine> Lines(IQueryable<Customer> customers) => Sorted(customers)
        .Select(customer => new VerificationLine(
            customer.Id, customer.Name, customer.Tier, customer.Status, customer.OwnerId, customer.Owner!.Name, customer.VerifiedAt,
            db.Users.Where(user => user.Id == customer.VerifiedById).Select(user => user.Name).FirstOrDefault(), customer.VerifyBy));

    private static IQueryable<Customer> Of(IQueryable<Customer> customers, VerificationFilter filter) => filter switch
    {
        { Unowned: true } => customers.Where(customer => customer.OwnerId == null),
        { OwnerId: { } owner } => customers.Where(customer => customer.OwnerId == owner),
        _ => customers,
    };

    private async Task<List<OwnerStanding>> OwnersAsync(IQueryable<Customer> customers, DateOnly today, CancellationToken ct)
    {
        var soon = today.AddDays(VerificationList.SoonDays);
        var counts = await customers
            .GroupBy(customer => customer.OwnerId)
            .Select(group => new
            {
                group.Key,
                Overdue = group.Count(customer => customer.VerifyBy == null || customer.VerifyBy < today),
                Soon = group.Count(customer => customer.VerifyBy >= today && customer.VerifyBy <= soon),
                Total = group.Count(),
            })
            .ToListAsync(ct);
        var ids = counts.Select(count => count.Key).OfType<Guid>().ToList();
        var people = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id))
            .Select(user => new { user.Id, user.Name, IsActive = user.DeactivatedAt == null }).ToDictionaryAsync(user => user.Id, ct);
        return
        [
            .. counts.Select(count => count.Key is { } key && people.TryGetValue(key, out var person)
                    ? new OwnerStanding(key, person.Name, person.IsActive, count.Overdue, count.Soon, count.Total)
                    : new OwnerStanding(null, "Nobody", false, count.Overdue, count.Soon, count.Total))
                .OrderByDescending(owner => owner.Overdue).ThenByDescending(owner => owner.Soon).ThenBy(owner => owner.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
