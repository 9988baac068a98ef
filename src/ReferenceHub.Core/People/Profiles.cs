using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>What people change about themselves.</summary>
public sealed class Profiles(ReferenceHubDbContext db)
{
    /// <summary>Changes one's name and the zone times are shown in.</summary>
    public async Task EditAsync(Viewer viewer, string name, string? zoneId, CancellationToken ct)
    {
        var user = await db.Users.FirstAsync(row => row.Id == viewer.UserId, ct);
        user.Rename(name);
        user.ChooseZone(zoneId);
        await db.SaveChangesAsync(ct);
    }
}
