using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads ledgers for those who may: the account owner of a customer, program and marketing.</summary>
public sealed class LedgerQueries(ReferenceHubDbContext db, UsageQueries usages, ActivityTypeQueries types, TimeProvider clock)
{
    /// <summary>One customer's ledger.</summary>
    public async Task<LedgerStatement> ReadAsync(Guid customerId, int page, Viewer viewer, CancellationToken ct)
    {
        var customer = await VisibleAsync(customerId, viewer, ct);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var all = await types.AllAsync(ct);
        var names = customer.Contacts.ToDictionary(contact => contact.Id, contact => contact.Name);
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.CustomerId == customerId).OrderBy(entry => entry.Sequence).ToListAsync(ct);
        var subject = await usages.SubjectOfAsync(customer, ct);
        var policies = await usages.PoliciesAsync(customerId, ct);
        var signals = await db.UsageSignals.AsNoTracking().Where(signal => signal.CustomerId == customerId).ToListAsync(ct);
        var usage = new CustomerUsage(customerId, UseFold.Current(entries), signals);
        return new LedgerStatement(
            customerId, customer.Name, customer.Status, customer.PausedUntil, today,
            Fatigue.Of(usage, subject, policies, today),
            LimitStates.Of(policies.For(subject), usage.Uses, names, today),
            [.. all.Where(type => type.Enabled).Select(type => (type, Availability.Of(type, subject, usage, policies, today)))],
            LedgerLines.Of(entries, page, all.ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal), names),
            entries.Count,
            [.. customer.Contacts.Where(contact => contact.LeftAt is null).OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => (contact.Id, contact.Name))],
            [.. all.Select(type => (type.Key, type.Name))],
            viewer.MayEdit(customer),
            viewer.Can(Right.RunProgram));
    }

    /// <summary>All entries of one customer's ledger, the oldest first.</summary>
    public async Task<IReadOnlyList<LedgerLine>> AllAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var customer = await VisibleAsync(customerId, viewer, ct);
        var names = customer.Contacts.ToDictionary(contact => contact.Id, contact => contact.Name);
        var activities = (await types.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.CustomerId == customerId).OrderBy(entry => entry.Sequence).ToListAsync(ct);
        return LedgerLines.All(entries, activities, names);
    }

    // Who may not know the customer gets 404, who may not see its ledger 403.
    private async Task<Customer> VisibleAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var customer = await usages.CustomerRecordAsync(customerId, ct);
        if (viewer.MaySeeSecretsOf(customer))
        {
            return customer;
        }

        throw await db.Customers.NamedFor(viewer, db, clock.UtcNow()).AnyAsync(named => named.Id == customerId, ct)
            ? new ForbiddenException("Only the account owner and the program see the ledger of a customer.")
            : new MissingException("customer");
    }
}
