using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>What an administrator says of a team.</summary>
public sealed record TeamFacts(string Name, string? RegionKey, Guid? ManagerId, Guid? CalendarId);

/// <summary>One line of the list of teams.</summary>
public sealed record TeamLine(Guid Id, string Name, string? RegionKey, string? Manager, string? Calendar, int People);

/// <summary>Teams: region, manager, business calendar.</summary>
public sealed class TeamAdministration(ReferenceHubDbContext db, IIds ids, HistoryLog history)
{
    /// <summary>All teams by name.</summary>
    public async Task<IReadOnlyList<TeamLine>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManagePeople);
        return await db.Teams.AsNoTracking().OrderBy(team => team.Name)
            .Select(team => new TeamLine(
                team.Id,
                team.Name,
                team.RegionKey,
                db.Users.Where(user => user.Id == team.ManagerId).Select(user => user.Name).FirstOrDefault(),
                db.BusinessCalendars.Where(calendar => calendar.Id == team.CalendarId).Select(calendar => calendar.Name).FirstOrDefault(),
                db.Users.Count(user => user.TeamId == team.Id && user.DeactivatedAt == null)))
            .ToListAsync(ct);
    }

    /// <summary>Regions to choose from: key and name.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> RegionsAsync(CancellationToken ct) =>
    [
        .. (await db.Terms.AsNoTracking().Where(term => term.Kind == TermKind.Region && (!term.Retired || db.Teams.Any(team => team.RegionKey == term.Key))).OrderBy(term => term.NameKey).Select(term => new { term.Key, term.Name }).ToListAsync(ct))
            .Select(term => (term.Key, term.Name)),
    ];

    /// <summary>Calendars to choose from: id and name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> CalendarsAsync(CancellationToken ct) =>
    [
        .. (await db.BusinessCalendars.AsNoTracking().OrderBy(calendar => calendar.Name).Select(calendar => new { calendar.Id, calendar.Name }).ToListAsync(ct))
            .Select(calendar => (calendar.Id, calendar.Name)),
    ];

    /// <summary>One team, or 404.</summary>
    public async Task<Team> FindAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManagePeople);
        return await db.Teams.AsNoTracking().FirstOrDefaultAsync(team => team.Id == id, ct) ?? throw new MissingException("team");
    }

    /// <summary>Makes a team, or changes the one of this id if nobody else did since.</summary>
    public Task<Outcome> SaveAsync(Guid? id, int version, TeamFacts facts, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManagePeople);
        return db.WriteAsync(
            async inner =>
            {
                if (facts.ManagerId is { } manager && !await db.Users.AnyAsync(user => user.Id == manager && user.DeactivatedAt == null, inner))
                {
                    return Outcome.Refuse("Choose a manager who can sign in.", nameof(facts.ManagerId));
                }

                if (facts.CalendarId is { } calendar && !await db.BusinessCalendars.AnyAsync(row => row.Id == calendar, inner))
                {
                    return Outcome.Refuse("Choose a calendar from the list.", nameof(facts.CalendarId));
                }

                if (id is { } known)
                {
                    var team = await db.Teams.FirstOrDefaultAsync(row => row.Id == known, inner) ?? throw new MissingException("team");
                    if (team.Version != version)
                    {
                        throw new StaleVersionException("team");
                    }

                    team.Edit(facts.Name, facts.RegionKey, facts.ManagerId, facts.CalendarId);
                }
                else
                {
                    db.Teams.Add(new Team(ids.Next(), facts.Name, facts.RegionKey, facts.ManagerId, facts.CalendarId));
                }

                history.Record(by, SubjectKind.Settings, Organisation.OnlyId, "team-saved", $"{(id is null ? "Made" : "Changed")} team {facts.Name}");
                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            ct);
    }
}
