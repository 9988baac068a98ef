using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
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

/// <summary>Filters of lists that people keep under a name.</summary>
internal sealed class SavedViewPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "saved view";

    public string Many => "saved views";

    public bool Names(TermKind kind) => true;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(kind);
        var trace = terms.Trace(facet.Name());
        var queries = await db.SavedViews.Where(view => view.Query.Contains(trace)).Select(view => view.Query).ToListAsync(ct);
        return TermCounts.ByKey(terms, queries.SelectMany(query => TermAddress.KeysOf(query, facet)).Select(key => (key, 1)));
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var facet = TermFacets.FacetOf(from.Kind);
        var views = (await db.SavedViews.Where(view => view.Query.Contains(from.Key)).ToListAsync(ct)).FindAll(view => TermAddress.KeysOf(view.Query, facet).Contains(from.Key));
        views.ForEach(view => view.Change(view.Name, TermAddress.Replace(view.Query, facet, from.Key, to.Key), view.Shared));
        return views.Count;
    }
}
