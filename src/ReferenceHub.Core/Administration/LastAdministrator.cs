using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>There is always somebody who can manage people.</summary>
public sealed class LastAdministrator(ReferenceHubDbContext db)
{
    /// <summary>
    /// Refuses to let the last one go. All who ask touch the organisation's row, so that two administrators who remove
    /// each other at the same moment meet there and one of them is asked again. Call inside WriteAsync.
    /// </summary>
    public async Task<Outcome> MayGoAsync(User user, CancellationToken ct)
    {
        if (!user.IsActive || !user.Roles.HasFlag(Roles.Administrator))
        {
            return Outcome.Done;
        }

        var others = await db.Users.AsNoTracking().Where(other => other.Id != user.Id && other.DeactivatedAt == null && other.PasswordHash != null).Select(other => other.Roles).ToListAsync(ct);
        if (!others.Exists(roles => roles.HasFlag(Roles.Administrator)))
        {
            return Outcome.Refuse($"{user.Name} is the last administrator. Make somebody else one first.", nameof(Roles));
        }

        if (await db.Organisations.FindAsync([Organisation.OnlyId], ct) is { } organisation)
        {
            db.Entry(organisation).State = EntityState.Modified;
        }

        return Outcome.Done;
    }
}
