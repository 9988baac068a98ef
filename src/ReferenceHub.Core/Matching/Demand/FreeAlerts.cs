using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>A search that this viewer waits on; days are the program's.</summary>
public sealed record FreeAlertLine(Guid Id, string ActivityKey, string Activity, string Criteria, IReadOnlyList<string> Words, DateTime CreatedAt, DateTime EndsAt);

/// <summary>"Tell me when one is free": searches that somebody waits on.</summary>
public sealed class FreeAlerts(ReferenceHubDbContext db, TimeProvider clock, IIds ids, MatchQueries matches, ActivityTypeQueries activities)
{
    /// <summary>Waits until a reference that fits can be asked; who waits for the same already goes on waiting. Refused while somebody can be asked.</summary>
    public async Task<Outcome<Guid>> WaitAsync(string? activityKey, Criteria criteria, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.AskForReference);
        if (DemandCriteria.Refuse(criteria) is { } refusal)
        {
            return Outcome<Guid>.Refuse(refusal);
        }

        var found = await matches.CountAsync(new CatalogAsk(criteria, activityKey, ForAsking: true), by, ct);
        if (found.First is { } first)
        {
            return Outcome<Guid>.Refuse($"{first.Name} fits and can be asked now.");
        }

        return await db.WriteAsync(stop => AddAsync(found.Activity.Key, criteria, by, stop), ct);
    }

    /// <summary>Calls off a search of one's own.</summary>
    public Task<Outcome> CallOffAsync(Guid id, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        return db.WriteAsync(
            async stop =>
            {
                var alert = await db.FreeAlerts.SingleOrDefaultAsync(row => row.Id == id && row.UserId == by.UserId, stop) ?? throw new MissingException("alert");
                alert.End(clock.UtcNow());
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>What this viewer waits on, the latest first.</summary>
    public async Task<IReadOnlyList<FreeAlertLine>> MineAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var types = (await activities.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var since = clock.UtcNow().AddDays(-FreeAlert.Days);
        var mine = await db.FreeAlerts.AsNoTracking().Where(alert => alert.UserId == viewer.UserId && alert.EndedAt == null && alert.CreatedAt > since)
            .OrderByDescending(alert => alert.CreatedAt).ThenBy(alert => alert.Id).ToListAsync(ct);
        var lines = new List<FreeAlertLine>(mine.Count);
        foreach (var alert in mine)
        {
            var words = await matches.InWordsAsync(Criteria.Parse(alert.Criteria), viewer, ct);
            lines.Add(new FreeAlertLine(alert.Id, alert.ActivityKey, types.GetValueOrDefault(alert.ActivityKey, alert.ActivityKey), alert.Criteria, words, alert.CreatedAt, alert.CreatedAt.AddDays(FreeAlert.Days)));
        }

        return lines;
    }

    /// <summary>The search this viewer waits on with these very criteria, or null.</summary>
    public async Task<Guid?> SameAsync(Criteria criteria, string activityKey, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(viewer);
        var query = criteria.ToQuery();
        return await db.FreeAlerts.AsNoTracking()
            .Where(alert => alert.UserId == viewer.UserId && alert.EndedAt == null && alert.ActivityKey == activityKey && alert.Criteria == query)
            .Select(alert => (Guid?)alert.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Somebody who stays waits for what a leaver waited on, as far as that person may ask; the caller saves.</summary>
    internal static async Task HandAsync(ReferenceHubDbContext db, User from, User to, DateTime now, CancellationToken ct)
    {
        var open = await db.FreeAlerts.Where(alert => alert.EndedAt == null && (alert.UserId == from.Id || alert.UserId == to.Id)).ToListAsync(ct);
        var kept = open.Where(alert => alert.UserId == to.Id).Select(alert => (alert.ActivityKey, alert.Criteria)).ToHashSet();
        foreach (var alert in open.Where(alert => alert.UserId == from.Id).OrderByDescending(alert => alert.CreatedAt))
        {
            if (to.Roles.Bring(Right.AskForReference) && kept.Count < FreeAlert.MostOpen && kept.Add((alert.ActivityKey, alert.Criteria)))
            {
                alert.HandOver(to.Id);
            }
            else
            {
                alert.End(now);
            }
        }
    }

    private async Task<Outcome<Guid>> AddAsync(string activityKey, Criteria criteria, Viewer by, CancellationToken ct)
    {
        // Clicked twice, the second waits here for the first, whose alert it then finds: writing a row that is the person's own locks it.
        await db.Users.Where(user => user.Id == by.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.Name, user => user.Name), ct);
        var now = clock.UtcNow();
        var open = await db.FreeAlerts.Where(row => row.UserId == by.UserId && row.EndedAt == null).ToListAsync(ct);
        foreach (var old in open.Where(row => row.CreatedAt.AddDays(FreeAlert.Days) <= now))
        {
            old.End(now);
        }

        open.RemoveAll(row => row.EndedAt is not null);
        if (open.Find(row => row.ActivityKey == activityKey && row.Criteria == criteria.ToQuery()) is { } same)
        {
            return same.Id;
        }

        if (open.Count >= FreeAlert.MostOpen)
        {
            return Outcome<Guid>.Refuse($"You wait on {FreeAlert.MostOpen} searches. Call one off first, under Saved views.");
        }

        var alert = new FreeAlert(ids.Next(), by.UserId, activityKey, criteria, now);
        db.FreeAlerts.Add(alert);
        await db.SaveChangesAsync(ct);
        return alert.Id;
    }
}
