using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>The database's truth about one customer's usage; sees what the transaction at hand has added but not saved.</summary>
public sealed class UsageQueries(ReferenceHubDbContext db, UsageOverlay overlay, TimeProvider clock)
{
    /// <summary>Uses and signals of one customer.</summary>
    public async Task<CustomerUsage> CustomerAsync(Guid customerId, CancellationToken ct) => new(
        customerId,
        await UsesAsync(customerId, ct),
        await db.UsageSignals.AsNoTracking().Where(signal => signal.CustomerId == customerId).ToListAsync(ct));

    /// <summary>What limits need to know of one customer, or 404.</summary>
    public async Task<UsageSubject> SubjectAsync(Guid customerId, CancellationToken ct) =>
        await SubjectOfAsync(await CustomerRecordAsync(customerId, ct), ct);

    /// <summary>The policies in force that can bind this customer; from memory while the policy set has not changed.</summary>
    public async Task<PolicyBook> PoliciesAsync(Guid customerId, CancellationToken ct)
    {
        var version = await PolicyBooks.VersionAsync(db, ct);
        var (known, now) = (overlay.Policies, clock.UtcNow());
        return version > 0 && known.Version == version && !(known.EndsAt <= now) ? known : await PolicyBooks.LoadAsync(db, customerId, now, ct);
    }

    internal async Task<IReadOnlyList<Use>> UsesAsync(Guid customerId, CancellationToken ct)
    {
        var saved = await db.LedgerEntries.AsNoTracking().Where(entry => entry.CustomerId == customerId).ToListAsync(ct);
        var added = db.ChangeTracker.Entries<LedgerEntry>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.CustomerId == customerId).Select(entry => entry.Entity);
        return UseFold.Current(saved.Concat(added));
    }

    /// <summary>The day on which a use counts; null when nothing is known of it.</summary>
    internal Task<DateOnly?> DayAsync(Guid useId, CancellationToken ct) =>
        db.LedgerEntries.Where(entry => entry.UseId == useId).OrderByDescending(entry => entry.Sequence).Select(entry => (DateOnly?)entry.On).FirstOrDefaultAsync(ct);

    internal async Task<Guid> CustomerOfUseAsync(Guid useId, CancellationToken ct)
    {
        var added = db.ChangeTracker.Entries<LedgerEntry>().Select(entry => entry.Entity).FirstOrDefault(entry => entry.UseId == useId);
        return added?.CustomerId
            ?? await db.LedgerEntries.Where(entry => entry.UseId == useId).Select(entry => (Guid?)entry.CustomerId).FirstOrDefaultAsync(ct)
            ?? throw new MissingException("use");
    }

    internal async Task<Customer> CustomerRecordAsync(Guid customerId, CancellationToken ct) =>
        await db.Customers.AsNoTracking().Include(customer => customer.Contacts).SingleOrDefaultAsync(customer => customer.Id == customerId, ct)
        ?? throw new MissingException("customer");

    /// <summary>The record for somebody who sees its ledger; who may not know the customer gets 404, who may not see <paramref name="what"/> 403.</summary>
    internal async Task<Customer> SeenAsync(Guid customerId, string what, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var customer = await CustomerRecordAsync(customerId, ct);
        if (viewer.MaySeeSecretsOf(customer))
        {
            return customer;
        }

        throw await db.Customers.NamedFor(viewer, db, clock.UtcNow()).AnyAsync(named => named.Id == customerId, ct)
            ? new ForbiddenException($"Only the account owner and the program see {what}.")
            : new MissingException("customer");
    }

    internal async Task<UsageSubject> SubjectOfAsync(Customer customer, CancellationToken ct)
    {
        var products = await db.ProductUses.Where(use => use.CustomerId == customer.Id).Select(use => use.ProductId).ToListAsync(ct);
        var parents = await db.Terms.Where(term => term.Kind == TermKind.Industry || term.Kind == TermKind.Region)
            .Select(term => new { term.Id, term.ParentId }).ToDictionaryAsync(term => term.Id, term => term.ParentId, ct);
        return UsageSubject.Of(customer, Segments.Of(customer.IndustryId, customer.RegionId, products, parents));
    }
}
