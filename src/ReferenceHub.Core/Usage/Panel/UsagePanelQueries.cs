using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads one customer's usage for one viewer: availability for all, totals for executives, the ledger for those who see secrets.</summary>
public sealed class UsagePanelQueries(ReferenceHubDbContext db, UsageQueries usages, ActivityTypeQueries types, TimeProvider clock)
{
    /// <summary>The panel; 404 when there is no such customer.</summary>
    public async Task<UsagePanel> ReadAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(customer => customer.Id == customerId, ct) ?? throw new MissingException("customer");
        var sight = await CustomerSight.OfAsync(db, customer, viewer, now, ct);
        var today = await db.ProgramDayAsync(now, ct);
        var who = await usages.SubjectAsync(customerId, ct);
        var usage = await usages.CustomerAsync(customerId, ct);
        var policies = await usages.PoliciesAsync(customerId, ct);
        var all = await types.AllAsync(ct);
        var open = all.Where(type => type.Enabled && sight.Standing).Select(type => new TypeAvailability(type.Key, type.Name, type.Icon, Availability.Of(type, who, usage, policies, today))).ToList();
        return new UsagePanel(
            open,
            sight.Standing ? usage.LastUsed(today) : null,
            sight.Secrets ? await DetailAsync(who, usage, policies, all, today, ct) : null,
            sight.Secrets || sight.Totals ? UsageFigures.Totals(who, usage, policies, today) : null);
    }

    private async Task<UsageDetail> DetailAsync(UsageSubject who, CustomerUsage usage, PolicyBook policies, IReadOnlyList<ActivityType> all, DateOnly today, CancellationToken ct)
    {
        var limits = policies.For(who);
        var names = await db.Contacts.AsNoTracking().Where(contact => contact.CustomerId == who.CustomerId).ToDictionaryAsync(contact => contact.Id, contact => contact.Name, ct);
        var byKey = all.ToDictionary(type => type.Key, StringComparer.Ordinal);
        return new UsageDetail(
            [.. limits.Where(limit => limit.Per == PolicyPer.Customer && limit.Window.Counts).Select(limit => UsageFigures.Load(limit, usage, all, today))],
            [.. who.Contacts.Select(contact => UsageFigures.Load(contact, limits, usage, all, today))],
            [
                .. usage.Uses.Where(use => use.State != UseState.Released).OrderByDescending(use => use.On)
                    .Select(use => new UseLine(
                        use,
                        byKey.GetValueOrDefault(use.ActivityKey)?.Name ?? use.ActivityKey,
                        byKey.GetValueOrDefault(use.ActivityKey)?.Icon ?? "message-circle",
                        use.ContactId is { } contact ? names.GetValueOrDefault(contact) : null)),
            ]);
    }
}
