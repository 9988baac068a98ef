using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads what customers got beside what they gave: one customer for its owner and the program, all of them for those who see usage.</summary>
public sealed class GivenQueries(ReferenceHubDbContext db, UsageQueries usages, TimeProvider clock)
{
    /// <summary>One customer's give and take.</summary>
    public async Task<GivenStatement> OfCustomerAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var customer = await usages.SeenAsync(customerId, "what a customer got", viewer, ct);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var rows = await db.GivenValues.AsNoTracking().Where(given => given.CustomerId == customerId).OrderByDescending(given => given.On).ThenByDescending(given => given.At).ToListAsync(ct);
        var undone = rows.Where(row => row.TakesBackId is not null).ToDictionary(row => row.TakesBackId!.Value, row => row.Note);
        var names = customer.Contacts.ToDictionary(contact => contact.Id, contact => contact.Name);
        return new GivenStatement(
            customerId, customer.Name, today, await GiftMoney.ReadAsync(db, ct), await new GivenBalances(db, today).OfAsync(customerId, ct),
            [.. rows.Where(row => row.TakesBackId is null).Select(row => new GivenLine(row, row.ContactId is { } contact ? names.GetValueOrDefault(contact) : null, undone.GetValueOrDefault(row.Id)))],
            customer.NoGifts,
            [.. customer.Contacts.Where(contact => contact.LeftAt is null).OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => (contact.Id, contact.Name))],
            viewer.MayEdit(customer));
    }

    /// <summary>The balance of one customer, by its name, for those who see its ledger; null for all others.</summary>
    public async Task<(string CustomerName, GivenBalance Balance)?> BalanceAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == customerId, ct);
        return customer is null || !viewer.MaySeeSecretsOf(customer)
            ? null
            : (customer.Name, await new GivenBalances(db, await db.ProgramDayAsync(clock.UtcNow(), ct)).OfAsync(customerId, ct));
    }

    /// <summary>All customers that act as references; those first to whom most is owed.</summary>
    public async Task<GivenBoard> BoardAsync(int page, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var balances = new GivenBalances(db, today).Of(
            db.Customers.AsNoTracking().Present().InsideFor(viewer).Where(customer => customer.Status == ReferenceStatus.Active || customer.Status == ReferenceStatus.Paused));
        var all = await balances.GroupBy(_ => 1).Select(of => new { Customers = of.Count(), Taken = of.Sum(row => row.Taken), Given = of.Sum(row => row.Given) }).SingleOrDefaultAsync(ct);
        var shown = Paging.Within(page, all?.Customers ?? 0, GivenBoard.PageSize);
        var rows = await balances.OrderByDescending(row => row.Taken - row.Given).ThenByDescending(row => row.Taken).ThenBy(row => row.NameKey).ThenBy(row => row.Id)
            .Skip((shown - 1) * GivenBoard.PageSize).Take(GivenBoard.PageSize).ToListAsync(ct);
        var last = await LastGivenAsync([.. rows.Select(row => row.Id)], today, ct);
        return new GivenBoard(
            today, await GiftMoney.ReadAsync(db, ct),
            [.. rows.Select(row => new GivenRow(row.Id, row.Name, new GivenBalance(row.Taken, row.Given), last.TryGetValue(row.Id, out var day) ? day : null, row.NoGifts))],
            shown, all?.Customers ?? 0, all?.Taken ?? 0, all?.Given ?? 0);
    }

    private async Task<Dictionary<Guid, DateOnly>> LastGivenAsync(Guid[] customers, DateOnly today, CancellationToken ct)
    {
        var since = GivenBalance.Since(today);
        return await db.GivenValues.AsNoTracking()
            .Where(line => EF.Parameter(customers).Contains(line.CustomerId) && line.On >= since && line.TakesBackId == null && !db.GivenValues.Any(other => other.TakesBackId == line.Id))
            .GroupBy(line => line.CustomerId).Select(of => new { of.Key, Day = of.Max(line => line.On) }).ToDictionaryAsync(of => of.Key, of => of.Day, ct);
    }
}
