using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Who stands in for people who are away today.</summary>
public sealed class StandIns(ReferenceHubDbContext db, TimeProvider clock, OrganisationCache organisations)
{
    /// <summary>For each of these people who is away and for whom somebody present stands in: who that is. Stand-ins who are away too hand on to theirs.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> OfAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct)
    {
        var standIns = await TodayAsync(ct);
        var found = new Dictionary<Guid, Guid>();
        foreach (var userId in userIds.Distinct())
        {
            if (Present(userId, standIns) is { } standIn)
            {
                found[userId] = standIn;
            }
        }

        return found;
    }

    /// <summary>For whom this person stands in today.</summary>
    public async Task<IReadOnlyList<Guid>> ForAsync(Guid userId, CancellationToken ct)
    {
        var standIns = await TodayAsync(ct);
        return [.. standIns.Keys.Where(away => Present(away, standIns) == userId)];
    }

    /// <summary>Somebody as the viewer they are today: for whoever they stand in for as well.</summary>
    public async Task<Viewer> ViewerOfAsync(User user, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.AsViewer() with { StandsInFor = await ForAsync(user.Id, ct) };
    }

    // Whoever is away today, with who stands in.
    private async Task<Dictionary<Guid, Guid?>> TodayAsync(CancellationToken ct)
    {
        var today = Zones.DateIn((await organisations.GetAsync(ct)).ZoneId, clock.UtcNow());
        var away = await db.Absences.AsNoTracking()
            .Where(absence => absence.FirstDay <= today && absence.LastDay >= today)
            .OrderBy(absence => absence.CreatedAt)
            .Select(absence => new { absence.UserId, StandInId = db.Users.WhoCanSignIn().Any(user => user.Id == absence.StandInId) ? absence.StandInId : null })
            .ToListAsync(ct);
        return away.GroupBy(absence => absence.UserId).ToDictionary(one => one.Key, one => one.Select(absence => absence.StandInId).FirstOrDefault(id => id is not null));
    }

    private static Guid? Present(Guid userId, Dictionary<Guid, Guid?> standIns)
    {
        var seen = new HashSet<Guid>();
        Guid? at = userId;
        while (at is { } person && standIns.TryGetValue(person, out var next))
        {
            if (!seen.Add(person))
            {
                return null;
            }

            at = next;
        }

        return at == userId ? null : at;
    }
}
