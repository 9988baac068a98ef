using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>A limit that one customer or contact has of its own; it binds in every version of the policies.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">Its name.</param>
/// <param name="ContactId">The contact who set it by their link or whose record says so; null for a policy.</param>
/// <param name="Whom">Whom it binds, in words.</param>
/// <param name="Rules">The rules in words.</param>
/// <param name="SetBy">Who set it, in words.</param>
/// <param name="Policy">The policy; null for what the contact's record says.</param>
public sealed record OwnLimit(Guid CustomerId, string CustomerName, Guid? ContactId, string Whom, IReadOnlyList<string> Rules, string SetBy, UsagePolicy? Policy);

/// <summary>A page of own limits.</summary>
/// <param name="Rows">Policies of single customers first, then what contacts have set.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record OwnLimitPage(IReadOnlyList<OwnLimit> Rows, int Total, int Page);

/// <summary>Reads what single customers and contacts have of their own.</summary>
public sealed class OwnLimitQueries(ReferenceHubDbContext db, PolicyQueries policies)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 20;

    /// <summary>One page, by name of the customer.</summary>
    public async Task<OwnLimitPage> ReadAsync(int page, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var own = db.UsagePolicies.AsNoTracking().Where(policy => policy.EditionId == null && policy.CustomerId != null);
        var set = db.Contacts.AsNoTracking().Where(contact => contact.LeftAt == null && (contact.MinutesPerQuarter != null || contact.UsesPerQuarter != null))
            .Where(contact => db.Customers.Present().Any(customer => customer.Id == contact.CustomerId));
        var (ofCustomers, ofContacts) = (await own.CountAsync(ct), await set.CountAsync(ct));
        var total = ofCustomers + ofContacts;
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var skip = (page - 1) * PageSize;
        var rows = new List<OwnLimit>();
        if (skip < ofCustomers)
        {
            rows.AddRange(await PoliciesAsync(own, skip, ct));
        }

        if (rows.Count < PageSize && skip + rows.Count < total)
        {
            rows.AddRange(await ContactsAsync(set, Math.Max(0, skip - ofCustomers), PageSize - rows.Count, ct));
        }

        return new OwnLimitPage(rows, total, page);
    }

    private async Task<List<OwnLimit>> PoliciesAsync(IQueryable<UsagePolicy> own, int skip, CancellationToken ct)
    {
        var found = await own.Join(db.Customers, policy => policy.CustomerId, customer => customer.Id, (policy, customer) => new { policy, customer.NameKey, customer.Name })
            .OrderBy(row => row.NameKey).ThenBy(row => row.policy.Id).Skip(skip).Take(PageSize).ToListAsync(ct);
        var lines = (await policies.LinesAsync([.. found.Select(row => row.policy)], ct)).ToDictionary(line => line.Policy.Id);
        return
        [
            .. found.Select(row => (row.Name, Line: lines[row.policy.Id]))
                .Select(row => new OwnLimit(row.Line.Policy.CustomerId!.Value, row.Name, null, row.Line.Binds, [row.Line.Rule], row.Line.SetBy, row.Line.Policy)),
        ];
    }

    private async Task<List<OwnLimit>> ContactsAsync(IQueryable<Contact> set, int skip, int take, CancellationToken ct)
    {
        var found = await set.Join(db.Customers, contact => contact.CustomerId, customer => customer.Id, (contact, customer) => new { contact, customer.NameKey, customer.Name })
            .OrderBy(row => row.NameKey).ThenBy(row => row.contact.Id).Skip(skip).Take(take).ToListAsync(ct);
        return
        [
            .. found.Select(row => new OwnLimit(
                row.contact.CustomerId, row.Name, row.contact.Id, $"{row.contact.Name} of {row.Name}",
                [.. PolicyBook.OwnLimits(UsageContact.Of(row.contact)).Select(limit => limit.Rule)], "the contact", null)),
        ];
    }
}
