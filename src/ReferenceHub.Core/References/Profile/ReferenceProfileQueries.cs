using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Reads one customer for one viewer, leaving out what they must not see.</summary>
public sealed class ReferenceProfileQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>The record that this one became part of, for those who may see its name; null when it is a record of its own.</summary>
    public async Task<Guid?> SurvivorAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var survivorId = await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.MergedIntoId).SingleOrDefaultAsync(ct);
        if (survivorId is null)
        {
            return null;
        }

        // To others the way would tell which hidden customer it is.
        return await db.Customers.NamedFor(viewer, db, clock.UtcNow()).AnyAsync(customer => customer.Id == survivorId, ct)
            ? survivorId
            : throw new MissingException("customer");
    }

    /// <summary>The profile; 404 when there is no such customer. One that was put away is shown to those who look after it.</summary>
    public async Task<ReferenceProfile> ReadAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var customer = await db.Customers.AsNoTracking().AsSplitQuery()
            .Include(customer => customer.Owner)
            .Include(customer => customer.Products)
            .Include(customer => customer.Attributes)
            .Include(customer => customer.Contacts)
            .Include(customer => customer.Permissions)
            .SingleOrDefaultAsync(customer => customer.Id == id, ct) ?? throw new MissingException("customer");
        if (!customer.IsPresent && !viewer.MayEdit(customer))
        {
            throw new MissingException("customer");
        }

        var sight = await CustomerSight.OfAsync(db, customer, viewer, now, ct);
        var terms = await TermBook.ReadAsync(db, ct);
        var today = await db.ProgramDayAsync(now, ct);
        var verifier = await db.Users.AsNoTracking().Where(user => user.Id == customer.VerifiedById).Select(user => user.Name).SingleOrDefaultAsync(ct);
        return ProfileMask.Of(customer, sight, terms, today, verifier, await PermissionProofs.ReadAsync(db, customer, sight, ct), sight.Named ? await AssetsAsync(id, today, ct) : []);
    }

    /// <summary>The name as this viewer may see it, for pages that show no more of the customer; 404 as for the profile.</summary>
    public async Task<string> NameAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(customer => customer.Id == id, ct) ?? throw new MissingException("customer");
        if (!customer.IsPresent && !viewer.MayEdit(customer))
        {
            throw new MissingException("customer");
        }

        var sight = await CustomerSight.OfAsync(db, customer, viewer, clock.UtcNow(), ct);
        return sight.Named ? customer.Name : ProfileMask.BlindName(customer, await TermBook.ReadAsync(db, ct));
    }

    // Without the texts, which are long.
    private async Task<IReadOnlyList<ProfileAsset>> AssetsAsync(Guid id, DateOnly today, CancellationToken ct) =>
        await db.Assets.AsNoTracking().Where(asset => asset.CustomerId == id).UsableOn(today, db)
            .OrderByDescending(asset => asset.PublishedOn).ThenBy(asset => asset.Id)
            .Select(asset => new ProfileAsset(asset.Id, asset.Kind, asset.Title, asset.Language, asset.Summary, asset.PublishedOn, asset.ExpiresOn))
            .ToListAsync(ct);
}
