using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>What a deal knows of its prospect.</summary>
public sealed record DealProspect(string? Name, string? IndustryKey, string? RegionKey, int? Staff);

/// <summary>The prospect of a deal, to start a request from, and references in a surrounding like the prospect's.</summary>
public sealed class DealProspects(ReferenceHubDbContext db)
{
    /// <summary>The prospect of a deal that the viewer may name; null for others.</summary>
    public async Task<DealProspect?> OfAsync(Guid? dealId, Viewer viewer, CancellationToken ct) => dealId is { } id
        ? await db.Opportunities.AsNoTracking().PickableBy(viewer).Where(deal => deal.Id == id)
            .Select(deal => new DealProspect(deal.AccountName, deal.IndustryKey, deal.RegionKey, deal.Employees)).SingleOrDefaultAsync(ct)
        : null;

    /// <summary>Preferences for the prospect's industry, region and size.</summary>
    public static Criteria Like(string? industry, string? region, int? staff)
    {
        (Facet Facet, string? Key)[] alike = [(Facet.Industry, industry), (Facet.Region, region), (Facet.Size, staff is { } people ? SizeBand.Of(people)?.Key : null)];
        return Criteria.Of(alike.Where(each => each.Key is not null).Select(each => new Criterion(each.Facet, each.Key!, Must: false)));
    }
}
