using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.References;

/// <summary>Finds out what can be done about a search that nobody can be asked for.</summary>
public sealed class SearchDemands(FreeAlerts alerts, UnmetNeedQueries needs)
{
    /// <summary>Null while somebody can be asked, nothing that was understood is looked for, or the viewer does not ask.</summary>
    public async Task<SearchDemand?> OfAsync(CatalogAnswer answer, Criteria criteria, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(criteria);
        if (answer.Result.Free > 0 || criteria.Items.IsEmpty || !viewer.Can(Right.AskForReference))
        {
            return null;
        }

        var key = answer.Activity.Key;
        var like = criteria.Items.FirstOrDefault(item => item.Facet == Facet.LikeDeal).Key;
        return new SearchDemand(await alerts.SameAsync(criteria, key, viewer, ct), await needs.SameAsync(criteria, key, viewer, ct), Guid.TryParse(like, out var deal) ? deal : null);
    }
}
