using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Reads one customer for one viewer, leaving out what they must not see.</summary>
public sealed class ReferenceProfileQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>The profile; 404 when there is no such customer.</summary>
    public async Task<ReferenceProfile> ReadAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var customer = await db.Customers.AsNoTracking().AsSplitQuery()
            .Include(customer => customer.Owner)
            .Include(customer => customer.Products)
            .Include(customer => customer.Attributes)
            .Include(customer => customer.Contacts)
            .Include(customer => customer.Permissions)
            .Include(customer => customer.Assets)
            .SingleOrDefaultAsync(customer => customer.Id == id, ct) ?? throw new MissingException("customer");
        var sight = await CustomerSight.OfAsync(db, customer, viewer, now, ct);
        var terms = await TermBook.ReadAsync(db, ct);
        var today = await db.ProgramDayAsync(now, ct);
        var verifier = await db.Users.AsNoTracking().Where(user => user.Id == customer.VerifiedById).Select(user => user.Name).SingleOrDefaultAsync(ct);
        return ProfileMask.Of(customer, sight, terms, today, verifier, await PermissionProofs.ReadAsync(db, customer, sight, ct));
    }
}
