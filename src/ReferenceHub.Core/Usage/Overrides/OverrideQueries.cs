using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Lists overrides for those who see usage; customers whose inside they may not see are left out, of the counts too.</summary>
public sealed class OverrideQueries(ReferenceHubDbContext db, ActivityTypeQueries types, TimeProvider clock)
{
    /// <summary>Overrides of a period by the program's days; the last 90 days where none is given, turned round where it runs backwards.</summary>
    public async Task<OverrideList> ReadAsync(DateOnly? from, DateOnly? to, int page, OverrideScope scope, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.SeeUsage);
        var zone = await db.ProgramZoneAsync(ct);
        var today = Zones.DateIn(zone, clock.UtcNow());
        var (first, last) = PeriodOf(from, to, today);
        var (begins, ends) = (Zones.StartOf(zone, first), Zones.StartOf(zone, last.Next()));
        var entries = db.EntriesOf(scope, viewer);
        var overrides = entries.Where(entry => entry.OverriddenRule != null && entry.At >= begins && entry.At < ends);
        var total = await overrides.CountAsync(ct);
        var shown = Paging.Within(page, total, OverrideList.PageSize);
        var rows = await overrides.OrderByDescending(entry => entry.At).ThenBy(entry => entry.CustomerId).ThenByDescending(entry => entry.Sequence)
            .Skip((shown - 1) * OverrideList.PageSize).Take(OverrideList.PageSize)
            .Select(entry => new
            {
                Entry = entry,
                Customer = db.Customers.Where(customer => customer.Id == entry.CustomerId).Select(customer => customer.Name).First(),
                Contact = db.Contacts.Where(contact => contact.Id == entry.ContactId).Select(contact => contact.Name).FirstOrDefault(),
                Roles = db.Users.Where(user => user.Id == entry.ActorId).Select(user => (Roles?)user.Roles).FirstOrDefault(),
                Now = db.LedgerEntries.Where(later => later.UseId == entry.UseId).OrderByDescending(later => later.Sequence).Select(later => later.State).First(),
            })
            .ToListAsync(ct);
        var (now, before) = await OverrideShares.ReadAsync(entries, zone, first, last, ct);
        var names = (await types.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        return new OverrideList(
            first, last, today,
            [.. rows.Select(row => new OverrideLine(row.Entry, row.Customer, names.GetValueOrDefault(row.Entry.ActivityKey, row.Entry.ActivityKey), row.Contact, row.Roles, row.Now))],
            total, shown, now, before);
    }

    private static (DateOnly First, DateOnly Last) PeriodOf(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var last = to is { } end && Days.Holds(end) ? end : today;
        var first = from is { } begin && Days.Holds(begin) ? begin : last.AddDays(1 - OverrideList.UsualDays);
        return first <= last ? (first, last) : (last, first);
    }
}
