using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>A term of a segment, with those above it in the name: "Europe › DACH".</summary>
public sealed record PolicyTerm(Guid Id, string Name);

/// <summary>The terms that a segment is made of.</summary>
public sealed record PolicyTermChoices(IReadOnlyList<PolicyTerm> Industries, IReadOnlyList<PolicyTerm> Regions, IReadOnlyList<PolicyTerm> Products);

/// <summary>A customer that a policy can bind, with its contacts.</summary>
public sealed record PolicyCustomer(Guid Id, string Name, IReadOnlyList<(Guid Id, string Name)> Contacts);

/// <summary>What the form of a policy offers.</summary>
public sealed class PolicyChoices(ReferenceHubDbContext db)
{
    /// <summary>Industries, regions and products in use, in order.</summary>
    public async Task<PolicyTermChoices> TermsAsync(CancellationToken ct)
    {
        var terms = await TermBook.ReadAsync(db, ct);
        return new PolicyTermChoices(Of(TermKind.Industry), Of(TermKind.Region), Of(TermKind.Product));

        List<PolicyTerm> Of(TermKind kind)
        {
            var above = new List<string>();
            var found = new List<PolicyTerm>();
            foreach (var (term, depth) in terms.Offered(kind))
            {
                above.RemoveRange(Math.Min(depth, above.Count), above.Count - Math.Min(depth, above.Count));
                above.Add(term.Name);
                found.Add(new PolicyTerm(term.Id, string.Join(" › ", above)));
            }

            return found;
        }
    }

    /// <summary>One customer with the contacts who are there; null when there is none.</summary>
    public async Task<PolicyCustomer?> CustomerAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SetLimits);
        var customer = await db.Customers.AsNoTracking().Include(row => row.Contacts).SingleOrDefaultAsync(row => row.Id == id, ct);
        return customer is null ? null : new PolicyCustomer(
            id, customer.Name, [.. customer.Contacts.Where(contact => contact.LeftAt is null).OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => (contact.Id, contact.Name))]);
    }
}
