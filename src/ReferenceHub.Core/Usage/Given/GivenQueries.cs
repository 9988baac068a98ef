using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads what customers got beside what they gave: one customer for its owner and the program, all of them for those who see usage.</summary>
public sealed class GivenQueries(ReferenceHubDbContext db, UsageQueries usages, UsageOverlay overlay, TimeProvider clock)
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
            customerId, customer.Name, today, await CurrencyAsync(ct),
            GivenBalance.Of((await usages.CustomerAsync(customerId, ct)).Uses, rows.Select(row => (row.On, row.Units)), today),
            [.. rows.Where(row => row.TakesBackId is null).Select(row => new GivenLine(row, row.ContactId is { } contact ? names.GetValueOrDefault(contact) : null, undone.GetValueOrDefault(row.Id)))],
            customer.NoGifts, await db.PolicySets.Select(set => set.MostGifts).FirstOrDefaultAsync(ct),
            [.. customer.Contacts.Where(contact => contact.LeftAt is null).OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => (contact.Id, contact.Name))],
            viewer.MayEdit(customer));
    }

    /// <summary>The balance of one customer for those who see its ledger; null for all others.</summary>
    public async Task<GivenBalance?> BalanceAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == customerId, ct);
        if (customer is null || !viewer.MaySeeSecretsOf(customer))
        {
            return null;
        }

        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var since = GivenBalance.Since(today);
        var given = await db.GivenValues.AsNoTracking().Where(row => row.CustomerId == customerId && row.On >= since).Select(row => new { row.On, row.Units }).ToListAsync(ct);
        await overlay.EnsureLoadedAsync(ct);
        return GivenBalance.Of(overlay.Of(customerId).Uses, given.Select(row => (row.On, row.Units)), today);
    }

    /// <summary>All customers that act as references; those first to whom most is owed.</summary>
    public async Task<GivenBoard> BoardAsync(int page, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var since = GivenBalance.Since(today);
        await overlay.EnsureLoadedAsync(ct);
        var given = (await db.GivenValues.AsNoTracking().Where(row => row.On >= since).Select(row => new { row.CustomerId, row.On, row.Units, row.TakesBackId, row.Id }).ToListAsync(ct))
            .ToLookup(row => row.CustomerId);
        var customers = await db.Customers.AsNoTracking().Present().Where(customer => customer.Status == ReferenceStatus.Active || customer.Status == ReferenceStatus.Paused)
            .Select(customer => new { customer.Id, customer.Name, customer.NameKey, customer.NoGifts }).ToListAsync(ct);
        var rows = customers
            .Select(customer =>
            {
                var lines = given[customer.Id].ToList();
                var undone = lines.Select(line => line.TakesBackId).ToHashSet();
                var last = lines.Where(line => line.TakesBackId is null && !undone.Contains(line.Id)).Select(line => (DateOnly?)line.On).Max();
                return (customer.NameKey, Row: new GivenRow(
                    customer.Id, customer.Name, GivenBalance.Of(overlay.Of(customer.Id).Uses, lines.Select(line => (line.On, line.Units)), today), last, customer.NoGifts));
            })
            .OrderByDescending(row => row.Row.Balance.Owed).ThenByDescending(row => row.Row.Balance.Taken).ThenBy(row => row.NameKey, StringComparer.Ordinal).Select(row => row.Row).ToList();
        var set = await db.PolicySets.AsNoTracking().SingleAsync(ct);
        return new GivenBoard(
            today, await CurrencyAsync(ct), [.. rows.Skip((Paging.Within(page, rows.Count, GivenBoard.PageSize) - 1) * GivenBoard.PageSize).Take(GivenBoard.PageSize)], rows.Count,
            rows.Sum(row => row.Balance.Taken), rows.Sum(row => row.Balance.Given), set.MostGifts, set.Version);
    }

    private async Task<string> CurrencyAsync(CancellationToken ct) => await db.Organisations.Select(row => row.Currency).FirstOrDefaultAsync(ct) ?? "EUR";
}
