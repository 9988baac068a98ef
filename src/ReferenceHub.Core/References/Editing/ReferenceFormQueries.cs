using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>What the forms of a customer's record offer to choose from.</summary>
public sealed record ReferenceChoices(TermBook Terms, IReadOnlyList<ProfilePerson> Owners);

/// <summary>Reads choices of forms.</summary>
public sealed class ReferenceFormQueries(ReferenceHubDbContext db)
{
    /// <summary>Terms, and people who may own a customer; the present owner is offered even when switched off.</summary>
    public async Task<ReferenceChoices> ChoicesAsync(Guid? presentOwner, CancellationToken ct) => new(
        await TermBook.ReadAsync(db, ct),
        await db.Users.AsNoTracking().Where(user => user.DeactivatedAt == null || user.Id == presentOwner)
            .OrderBy(user => user.NameKey).Select(user => new ProfilePerson(user.Id, user.Name)).ToListAsync(ct));
}
