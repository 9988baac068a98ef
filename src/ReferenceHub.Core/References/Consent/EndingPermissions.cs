using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>A yes that ends soon, or ended lately.</summary>
public sealed record EndingPermission(Guid CustomerId, string CustomerName, string? Owner, PermissionScope Scope, DateOnly ValidUntil);

/// <summary>A page of permissions that end, the first to end first.</summary>
public sealed record EndingPermissionPage(IReadOnlyList<EndingPermission> Rows, int Total, int Page)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>Permissions to renew: of all customers for the program and marketing, of their own for owners.</summary>
public sealed class EndingPermissions(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Days a lapsed yes stays in the list.</summary>
    public const int LapsedDays = 30;

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(Viewer viewer, CancellationToken ct) => await (await RowsAsync(viewer, ct)).CountAsync(ct);

    /// <summary>One page of them.</summary>
    public async Task<EndingPermissionPage> PageAsync(int page, Viewer viewer, CancellationToken ct)
    {
        var rows = await RowsAsync(viewer, ct);
        var total = await rows.CountAsync(ct);
        var shown = Paging.Within(page, total, EndingPermissionPage.Size);
        return new EndingPermissionPage(
            await rows.OrderBy(row => row.Permission.ValidUntil).ThenBy(row => row.Customer.NameKey).ThenBy(row => row.Permission.Scope)
                .Skip((shown - 1) * EndingPermissionPage.Size).Take(EndingPermissionPage.Size)
                .Select(row => new EndingPermission(row.Customer.Id, row.Customer.Name, row.Customer.Owner!.Name, row.Permission.Scope, row.Permission.ValidUntil!.Value))
                .ToListAsync(ct),
            total,
            shown);
    }

    private async Task<IQueryable<Pair>> RowsAsync(Viewer viewer, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var (from, to) = (today.AddDays(-LapsedDays), today.AddDays(PermissionReminders.FirstDays));
        return db.Permissions.AsNoTracking()
            .Where(permission => permission.Status == PermissionStatus.Granted && permission.ValidUntil >= from && permission.ValidUntil <= to)
            .Join(db.Customers.Present().InsideFor(viewer), permission => permission.CustomerId, customer => customer.Id, (permission, customer) => new Pair { Permission = permission, Customer = customer });
    }

    private sealed class Pair
    {
        public required Permission Permission { get; init; }

        public required Customer Customer { get; init; }
    }
}
