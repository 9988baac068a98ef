using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Who may see which customers by name, and who sees what sales must not; the guard of every list.</summary>
public static class CustomerVisibility
{
    /// <summary>Customers in use: neither put away nor merged into another. Every list, search, picker and count starts here.</summary>
    public static IQueryable<Customer> Present(this IQueryable<Customer> customers) =>
        customers.Where(customer => customer.ArchivedAt == null && customer.MergedIntoId == null);

    /// <summary>
    /// Customers whose name this viewer may see: all but confidential ones, and those released, seen by right, or owned by them or by somebody they stand in for.
    /// The catalog says the same in <c>MatchViewer.Knows</c>, one record in <see cref="MayNameAsOwner"/>.
    /// </summary>
    public static IQueryable<Customer> NamedFor(this IQueryable<Customer> customers, Viewer viewer, ReferenceHubDbContext db, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        if (viewer.Can(Right.SeeCustomerSecrets))
        {
            return customers;
        }

        var (me, owners) = (viewer.UserId, viewer.ActsFor);
        if (!viewer.MayBeReleasedTo())
        {
            return customers.Where(customer => customer.Tier != Tier.Confidential || (customer.OwnerId != null && owners.Contains(customer.OwnerId.Value)));
        }

        return customers.Where(customer => customer.Tier != Tier.Confidential
            || (customer.OwnerId != null && owners.Contains(customer.OwnerId.Value))
            || db.ContactReleases.Any(release => release.CustomerId == customer.Id && release.UserId == me && (release.EndsAt == null || release.EndsAt > now)));
    }

    /// <summary>Whether this viewer knows the name as account owner, or as who stands in for them; the inside stays with the owner.</summary>
    public static bool MayNameAsOwner(this Viewer viewer, Customer customer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(customer);
        return viewer.ActsForOne(customer.OwnerId);
    }

    /// <summary>Whether names and contact details are released to this viewer at all: to those who may ask for references.</summary>
    public static bool MayBeReleasedTo(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.AskForReference);
    }

    /// <summary>Whether this viewer sees usage in totals only, not how a single customer stands: executives who are nothing else.</summary>
    public static bool SeesTotalsOnly(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Roles == Roles.Executive;
    }

    /// <summary>Customers whose record this viewer may change: own ones, or all by right.</summary>
    public static IQueryable<Customer> EditableBy(this IQueryable<Customer> customers, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (viewer.Can(Right.EditAnyCustomer))
        {
            return customers;
        }

        var me = viewer.UserId;
        return customers.Where(customer => customer.OwnerId == me);
    }

    /// <summary>Customers whose inside this viewer sees: health, notes, evidence, ledger. Own ones; all by right.</summary>
    public static IQueryable<Customer> InsideFor(this IQueryable<Customer> customers, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var me = viewer.UserId;
        return viewer.Can(Right.SeeCustomerSecrets) ? customers : customers.Where(customer => customer.OwnerId == me);
    }

    /// <summary>Whether this viewer sees health, notes, contacts and the ledger of a customer.</summary>
    public static bool MaySeeSecretsOf(this Viewer viewer, Customer customer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(customer);
        return viewer.Can(Right.SeeCustomerSecrets) || customer.OwnerId == viewer.UserId;
    }

    /// <summary>Whether this viewer may change a customer's record.</summary>
    public static bool MayEdit(this Viewer viewer, Customer customer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(customer);
        return viewer.Can(Right.EditAnyCustomer) || customer.OwnerId == viewer.UserId;
    }

    /// <summary>Refuses with 403 who may not change this customer's record, and with 409 when it is put away or merged into another.</summary>
    public static void MustEdit(this Viewer viewer, Customer customer)
    {
        if (!viewer.MayEdit(customer))
        {
            throw new ForbiddenException("Only the account owner, marketing and the program manager change this record.");
        }

        MustBePresent(customer);
    }

    /// <summary>As <see cref="MustEdit"/>, and for a contact of this customer behind their link to withdraw consent.</summary>
    public static void MustWithdrawFor(this Viewer viewer, Customer customer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(customer);
        if (viewer.MayActOn(customer.Id))
        {
            MustBePresent(customer);
            return;
        }

        viewer.MustEdit(customer);
    }

    private static void MustBePresent(Customer customer)
    {
        if (!customer.IsPresent)
        {
            throw new IllegalMoveException(customer.MergedIntoId is null ? $"{customer.Name} is archived. Restore it first." : $"{customer.Name} was merged into another record.");
        }
    }
}
