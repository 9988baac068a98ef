using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>Customers that want nothing to do with a prospect: they said so when they were asked, for this request or for another one.</summary>
public sealed class ProspectRefusals(ReferenceHubDbContext db)
{
    private static readonly NeedRefusal OfProspect = new("Not available for this prospect", Acts: false);

    private static readonly DeclineKind[] Closing = [.. Enum.GetValues<DeclineKind>().Where(kind => ((DeclineKind?)kind).ClosesProspect())];

    /// <summary>Everybody closed for the prospect of a deal, while the request is still being written.</summary>
    public async Task<IReadOnlyDictionary<Guid, NeedRefusal>> OfDealAsync(Guid? dealId, Viewer viewer, CancellationToken ct)
    {
        if (dealId is not { } id)
        {
            return NeedRefusal.None;
        }

        var deals = await db.Opportunities.PickableBy(viewer).Where(deal => deal.Id == id).Select(deal => new { deal.AccountKey }).ToListAsync(ct);
        return deals.Count == 0 ? NeedRefusal.None : Who(await SaidAsync(ct), id, null, deals[0].AccountKey).ToDictionary(customer => customer, _ => OfProspect);
    }

    /// <summary>Everybody closed for the need of a request: who refused the prospect, and who said no to this request, whom the program may propose again on purpose.</summary>
    public async Task<IReadOnlyDictionary<Guid, NeedRefusal>> OfNeedAsync(Guid requestId, CancellationToken ct)
    {
        var here = await db.Candidates.AsNoTracking()
            .Where(candidate => candidate.RequestId == requestId && candidate.State == CandidateState.Declined && candidate.DeclineKind != DeclineKind.WrongPerson)
            .Select(candidate => candidate.CustomerId).Distinct().ToListAsync(ct);
        var found = here.ToDictionary(id => id, _ => new NeedRefusal("Declined for this request", Acts: true));
        foreach (var id in await OfRequestAsync(requestId, ct))
        {
            found[id] = OfProspect;
        }

        return found;
    }

    /// <summary>The refusal for one customer, or null.</summary>
    public async Task<Outcome?> WhyNotAsync(ReferenceRequest request, Customer customer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(customer);
        return (await OfRequestAsync(request.Id, ct, customer.Id)).Contains(customer.Id)
            ? Outcome.Refuse($"{customer.Name} does not want to act as a reference for this prospect. Choose another customer.")
            : null;
    }

    private async Task<HashSet<Guid>> OfRequestAsync(Guid requestId, CancellationToken ct, Guid? only = null)
    {
        var said = await SaidAsync(ct, only);
        if (said.Count == 0)
        {
            return [];
        }

        var here = await db.Requests.Where(request => request.Id == requestId)
            .Select(request => new { request.OpportunityId, request.ProspectName, request.Opportunity!.AccountKey }).SingleAsync(ct);
        return Who(said, here.OpportunityId, here.ProspectName, here.AccountKey);
    }

    private Task<List<Said>> SaidAsync(CancellationToken ct, Guid? only = null) => (
        from candidate in only == null ? db.Candidates.AsNoTracking() : db.Candidates.AsNoTracking().Where(candidate => candidate.CustomerId == only)
        join other in db.Requests on candidate.RequestId equals other.Id
        where candidate.State == CandidateState.Declined && candidate.DeclineKind != null && Closing.Contains(candidate.DeclineKind.Value)
        select new Said(candidate.CustomerId, other.OpportunityId, other.ProspectName, other.Opportunity!.AccountKey)).ToListAsync(ct);

    private static HashSet<Guid> Who(List<Said> said, Guid? dealId, string? prospect, string? accountKey)
    {
        var names = NamesOf(prospect, accountKey);
        return said.Where(one => (one.DealId is not null && one.DealId == dealId) || NamesOf(one.Prospect, one.AccountKey).Overlaps(names)).Select(one => one.CustomerId).ToHashSet();
    }

    private static HashSet<string> NamesOf(string? prospect, string? accountKey) =>
        [.. new[] { prospect is null ? null : TextKey.Of(prospect), accountKey }.OfType<string>().Where(name => name.Length > 0)];

    private sealed record Said(Guid CustomerId, Guid? DealId, string? Prospect, string? AccountKey);
}
