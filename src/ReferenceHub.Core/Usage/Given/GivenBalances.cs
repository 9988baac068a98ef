using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>What customers gave and got in the 365 days up to a day, summed in the database: uses that took place against things given, what was taken back off both.</summary>
internal sealed class GivenBalances(ReferenceHubDbContext db, DateOnly today)
{
    private readonly DateOnly since = GivenBalance.Since(today);

    /// <summary>The balance of one customer.</summary>
    public async Task<GivenBalance> OfAsync(Guid customerId, CancellationToken ct) => new(
        await Taken().Where(entry => entry.CustomerId == customerId).SumAsync(entry => entry.Units, ct),
        await Given().Where(line => line.CustomerId == customerId).SumAsync(line => line.Units, ct));

    /// <summary>The balances of many, one row each, to be ordered and paged.</summary>
    public IQueryable<CustomerBalance> Of(IQueryable<Customer> customers) =>
        from customer in customers
        join taken in Taken().GroupBy(entry => entry.CustomerId).Select(of => new { CustomerId = of.Key, Units = of.Sum(entry => entry.Units) }) on customer.Id equals taken.CustomerId into uses
        from use in uses.DefaultIfEmpty()
        join given in Given().GroupBy(line => line.CustomerId).Select(of => new { CustomerId = of.Key, Units = of.Sum(line => line.Units) }) on customer.Id equals given.CustomerId into lines
        from line in lines.DefaultIfEmpty()
        select new CustomerBalance { Id = customer.Id, Name = customer.Name, NameKey = customer.NameKey, NoGifts = customer.NoGifts, Taken = (int?)use.Units ?? 0, Given = (int?)line.Units ?? 0 };

    // The last entry of a use says it all.
    private IQueryable<LedgerEntry> Taken() => db.LedgerEntries.AsNoTracking()
        .Where(entry => entry.State == UseState.Done && entry.On >= since && entry.On <= today
            && !db.LedgerEntries.Any(later => later.UseId == entry.UseId && later.Sequence > entry.Sequence));

    private IQueryable<GivenValue> Given() => db.GivenValues.AsNoTracking().Where(line => line.On >= since && line.On <= today);
}

/// <summary>One customer with its balance, as the database sums it.</summary>
internal sealed class CustomerBalance
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string NameKey { get; init; }

    public bool NoGifts { get; init; }

    public int Taken { get; init; }

    public int Given { get; init; }
}
