using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Projects;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Administration;

/// <summary>A candidate that is not over yet: in which request, how far.</summary>
public sealed record OpenUse(Guid RequestId, int Number, string Prospect, CandidateState State, Guid CustomerId, Guid? ContactId, Guid? AssigneeId)
{
    /// <summary>"#1042 Northwind Bank (owner asked)".</summary>
    public string InWords => $"#{Number} {Prospect}".TrimEnd() + $" ({State.InWords()})";
}

/// <summary>What customers and contacts are being asked for, or have promised, right now.</summary>
internal static class OpenUses
{
    private static readonly CandidateState[] Live = [.. Enum.GetValues<CandidateState>().Where(state => state.IsLive())];

    /// <summary>Candidates of these customers that are not over, in open requests.</summary>
    public static async Task<List<OpenUse>> OfAsync(ReferenceHubDbContext db, IReadOnlyCollection<Guid> customerIds, CancellationToken ct) => await (
        from candidate in db.Candidates.AsNoTracking()
        join request in db.Requests.AsNoTracking() on candidate.RequestId equals request.Id
        where customerIds.Contains(candidate.CustomerId) && Live.Contains(candidate.State) && !RequestStates.Ended.Contains(request.State)
        orderby request.Number
        select new OpenUse(
            request.Id, request.Number, request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name ?? "", candidate.State, candidate.CustomerId, candidate.ContactId, request.AssigneeId))
        .ToListAsync(ct);

    /// <summary>Projects about a customer that are not over, in words: "#1042 Loan decisions in 8 minutes".</summary>
    public static async Task<List<string>> ProjectsAsync(ReferenceHubDbContext db, Guid customerId, CancellationToken ct) =>
        [
            .. (await db.Projects.AsNoTracking().Where(project => project.CustomerId == customerId && ProjectStates.Open.Contains(project.State))
                .OrderBy(project => project.Number).Select(project => new { project.Number, project.Title }).ToListAsync(ct)).Select(project => $"#{project.Number} {project.Title}"),
        ];
}
