using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Regions that teams sell in.</summary>
internal sealed class TeamPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "team";

    public string Many => "teams";

    public bool Names(TermKind kind) => kind == TermKind.Region;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct) =>
        TermCounts.ByKey(terms, (await db.Teams.Where(team => team.RegionKey != null).Select(team => team.RegionKey!).ToListAsync(ct)).Select(key => (key, 1)));

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var teams = await db.Teams.Where(team => team.RegionKey == from.Key).ToListAsync(ct);
        teams.ForEach(team => team.Edit(team.Name, to.Key, team.ManagerId, team.CalendarId));
        return teams.Count;
    }
}

/// <summary>Regions that business calendars serve; where both had one, the one of the region that stays serves it.</summary>
internal sealed class CalendarPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "business calendar";

    public string Many => "business calendars";

    public bool Names(TermKind kind) => kind == TermKind.Region;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct) =>
        TermCounts.ByKey(terms, (await db.BusinessCalendars.Where(calendar => calendar.Region != null).Select(calendar => calendar.Region!).ToListAsync(ct)).Select(key => (key, 1)));

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var served = await db.BusinessCalendars.AnyAsync(calendar => calendar.Region == to.Key, ct);
        var calendars = await db.BusinessCalendars.Where(calendar => calendar.Region == from.Key).ToListAsync(ct);
        calendars.ForEach(calendar => calendar.Describe(calendar.Name, calendar.ZoneId, served ? null : to.Key));
        return calendars.Count;
    }
}
