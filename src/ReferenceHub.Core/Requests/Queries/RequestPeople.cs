using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>People and neighbours that request pages offer to choose from.</summary>
public sealed class RequestPeople(ReferenceHubDbContext db)
{
    /// <summary>Most duplicates shown.</summary>
    public const int MostDuplicates = 5;

    /// <summary>Program managers who can be given a request.</summary>
    public async Task<IReadOnlyList<Person>> ManagersAsync(CancellationToken ct)
    {
        var running = Rights.BearersOf(Right.RunProgram);
        return await db.Users.AsNoTracking()
            .Where(user => user.DeactivatedAt == null && (user.Roles & running) != 0)
            .OrderBy(user => user.NameKey)
            .Select(user => new Person(user.Id, user.Name))
            .ToListAsync(ct);
    }

    /// <summary>Everybody else who can sign in.</summary>
    public async Task<IReadOnlyList<Person>> ColleaguesAsync(Viewer viewer, CancellationToken ct) => await db.Users.AsNoTracking().WhoCanSignIn()
        .Where(user => user.Id != viewer.UserId)
        .OrderBy(user => user.NameKey)
        .Select(user => new Person(user.Id, user.Name))
        .ToListAsync(ct);

    /// <summary>Requesters of open requests.</summary>
    public async Task<IReadOnlyList<Person>> RequestersAsync(CancellationToken ct) => await db.Users.AsNoTracking()
        .Where(user => db.Requests.Any(request => request.RequesterId == user.Id && RequestStates.Open.Contains(request.State)))
        .OrderBy(user => user.NameKey)
        .Select(user => new Person(user.Id, user.Name))
        .ToListAsync(ct);

    /// <summary>Open asks for the same deal or the same prospect: of others' only who asked and when is told.</summary>
    public async Task<IReadOnlyList<DuplicateAsk>> DuplicatesAsync(Guid? opportunityId, int? butNumber, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (opportunityId is not { } id)
        {
            return [];
        }

        var deals = await db.Opportunities.PickableBy(viewer).Where(deal => deal.Id == id).Select(deal => new { deal.AccountKey }).ToListAsync(ct);
        if (deals.Count == 0)
        {
            return [];
        }

        var account = deals[0].AccountKey;
        var open = db.Requests.VisibleTo(viewer, db);
        return await db.Requests.AsNoTracking()
            .Where(request => RequestStates.Open.Contains(request.State) && request.Number != butNumber
                && (request.OpportunityId == id || (account != null && request.Opportunity!.AccountKey == account)))
            .OrderByDescending(request => request.Number)
            .Take(MostDuplicates)
            .Select(request => new DuplicateAsk(
                request.Requester!.Name, request.SubmittedAt!.Value, request.OpportunityId == id,
                open.Any(other => other.Id == request.Id) ? request.Number : null))
            .ToListAsync(ct);
    }

    /// <summary>The same asks with whom they are about; for those who run the program, who may merge them. One query, none without asks.</summary>
    public async Task<IReadOnlyList<DuplicateAsk>> WithCandidatesAsync(IReadOnlyList<DuplicateAsk> asks, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(asks);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        var numbers = asks.Select(ask => ask.Number).OfType<int>().ToList();
        if (numbers.Count == 0)
        {
            return asks;
        }

        var about = await (
            from candidate in db.Candidates.AsNoTracking()
            join request in db.Requests on candidate.RequestId equals request.Id
            where numbers.Contains(request.Number) && candidate.EndedAt == null
            orderby candidate.Customer!.Name
            select new { request.Number, candidate.State, candidate.Customer!.Name }).ToListAsync(ct);
        return [.. asks.Select(ask => ask with
        {
            Asked = [.. about.Where(row => row.Number == ask.Number && row.State.IsAsked()).Select(row => row.Name)],
            Proposed = [.. about.Where(row => row.Number == ask.Number && row.State == CandidateState.Proposed).Select(row => row.Name)],
        })];
    }
}

/// <summary>Somebody asked already; the number where the viewer may open it.</summary>
public sealed record DuplicateAsk(string Requester, DateTime At, bool SameDeal, int? Number)
{
    /// <summary>Customers that are asked for it now; for those who run the program.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Customers that are proposed for it and not asked yet; for those who run the program.</summary>
    public IReadOnlyList<string> Proposed { get; init; } = [];
}
