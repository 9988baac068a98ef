using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads ledgers for those who may: the account owner of a customer, program and marketing.</summary>
public sealed class LedgerQueries(ReferenceHubDbContext db, UsageQueries usages, ActivityTypeQueries types, TimeProvider clock)
{
    /// <summary>One customer's ledger, or that of one contact there.</summary>
    public async Task<LedgerStatement> ReadAsync(Guid customerId, LedgerFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var customer = await VisibleAsync(customerId, filter, viewer, ct);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var all = await types.AllAsync(ct);
        var names = customer.Contacts.ToDictionary(contact => contact.Id, contact => contact.Name);
        var entries = await EntriesAsync(customerId, ct);
        var subject = await usages.SubjectOfAsync(customer, ct);
        var policies = await usages.PoliciesAsync(customerId, ct);
        var signals = await db.UsageSignals.AsNoTracking().Where(signal => signal.CustomerId == customerId).ToListAsync(ct);
        var (usage, limits) = (new CustomerUsage(customerId, UseFold.Current(entries), signals), policies.For(subject));
        var shown = new LedgerLines(limits, all.ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal), names).Of(entries, filter, LedgerStatement.PageSize);
        var states = LimitStates.Of(limits, usage.Uses, Counted(customer, filter), today, [.. all.Where(type => type.Enabled)]);
        return new LedgerStatement(
            customerId, customer.Name, customer.Status, customer.PausedUntil, today,
            Fatigue.Of(usage, subject, policies, today),
            filter.ContactId is null ? states : [.. states.Where(state => state.ContactName is not null)],
            [.. all.Where(type => type.Enabled).Select(type => (type, Availability.Of(type, subject, usage, policies, today)))],
            shown.Lines,
            shown.Total,
            [.. customer.Contacts.Where(contact => contact.LeftAt is null).OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => (contact.Id, contact.Name))],
            [.. all.Select(type => (type.Key, type.Name))],
            viewer.MayEdit(customer),
            viewer.Can(Right.RunProgram))
        {
            Filter = filter with { Page = shown.Page },
            Years = [.. entries.Select(entry => entry.On.Year).Distinct().OrderDescending()],
            ContactName = filter.ContactId is { } contact ? names[contact] : null,
            People = [.. customer.Contacts.Where(person => person.LeftAt is null || entries.Exists(entry => entry.ContactId == person.Id)).OrderBy(person => person.Name, StringComparer.Ordinal).Select(person => (person.Id, person.Name))],
        };
    }

    /// <summary>All entries that the filter holds, the oldest first.</summary>
    public async Task<IReadOnlyList<LedgerLine>> AllAsync(Guid customerId, LedgerFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var customer = await VisibleAsync(customerId, filter, viewer, ct);
        var names = customer.Contacts.ToDictionary(contact => contact.Id, contact => contact.Name);
        var activities = (await types.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var limits = (await usages.PoliciesAsync(customerId, ct)).For(await usages.SubjectOfAsync(customer, ct));
        return new LedgerLines(limits, activities, names).All(await EntriesAsync(customerId, ct), filter);
    }

    private Task<List<LedgerEntry>> EntriesAsync(Guid customerId, CancellationToken ct) =>
        db.LedgerEntries.AsNoTracking().Where(entry => entry.CustomerId == customerId).OrderBy(entry => entry.Sequence).ToListAsync(ct);

    private static Dictionary<Guid, string> Counted(Customer customer, LedgerFilter filter) => customer.Contacts
        .Where(contact => filter.ContactId is { } one ? contact.Id == one : contact.LeftAt is null).ToDictionary(contact => contact.Id, contact => contact.Name);

    private async Task<Customer> VisibleAsync(Guid customerId, LedgerFilter filter, Viewer viewer, CancellationToken ct)
    {
        var customer = await usages.SeenAsync(customerId, "the ledger of a customer", viewer, ct);
        return filter.ContactId is null || customer.Contacts.Exists(contact => contact.Id == filter.ContactId) ? customer : throw new MissingException("contact");
    }
}
