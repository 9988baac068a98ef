using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>What one viewer sees of one customer: product.md's table of who sees what, for reading.</summary>
/// <param name="Named">The name, and all that would give it away.</param>
/// <param name="Secrets">Health, notes, escalations, reasons, ledger and history.</param>
/// <param name="Permissions">What the customer agreed to.</param>
/// <param name="MayEdit">May change the record.</param>
/// <param name="MayGovern">May change owner and tier, too.</param>
/// <param name="Totals">Usage in totals (executive).</param>
/// <param name="Standing">What can be asked of it today, and when it was last used.</param>
/// <param name="Released">Contacts whose details are released to this viewer.</param>
public sealed record CustomerSight(bool Named, bool Secrets, bool Permissions, bool MayEdit, bool MayGovern, bool Totals, bool Standing, IReadOnlySet<Guid> Released)
{
    /// <summary>Whether signed consent files may be opened (program manager, marketing).</summary>
    public bool Files { get; init; }

    /// <summary>Whether e-mail and phone of a contact may be looked up.</summary>
    public bool MayReach(Guid contactId) => Secrets || Released.Contains(contactId);

    /// <summary>What this viewer sees of a customer now.</summary>
    public static async Task<CustomerSight> OfAsync(ReferenceHubDbContext db, Customer customer, Viewer viewer, DateTime now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(viewer);
        var me = viewer.UserId;
        var releases = !viewer.MayBeReleasedTo() ? [] : await db.ContactReleases.AsNoTracking()
            .Where(release => release.CustomerId == customer.Id && release.UserId == me && (release.EndsAt == null || release.EndsAt > now))
            .Select(release => release.ContactId)
            .ToListAsync(ct);
        var secrets = viewer.MaySeeSecretsOf(customer);
        return new CustomerSight(
            Named: secrets || !customer.IsConfidential || viewer.MayNameAsOwner(customer) || releases.Count > 0,
            Secrets: secrets,
            Permissions: secrets || !viewer.SeesTotalsOnly(),
            MayEdit: customer.IsPresent && viewer.MayEdit(customer),
            MayGovern: viewer.Can(Right.EditAnyCustomer),
            Totals: !secrets && viewer.Roles.HasFlag(Roles.Executive),
            Standing: secrets || !viewer.SeesTotalsOnly(),
            Released: releases.OfType<Guid>().ToHashSet())
        {
            Files = viewer.Can(Right.SeeCustomerSecrets),
        };
    }
}
