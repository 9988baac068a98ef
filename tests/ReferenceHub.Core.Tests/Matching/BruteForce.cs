using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>The rules of fitting once more, the slow and plain way: one customer after the other, no sets.</summary>
internal sealed class BruteForce(IReadOnlyList<CatalogEntry> entries, MatchQuery query)
{
    private readonly CatalogTerms terms = Catalogs.Terms;

    public int Count(Criteria criteria) => entries.Count(entry => IsSearched(entry) && Fits(entry, criteria));

    public bool Fits(CatalogEntry entry, Criteria criteria)
    {
        var musts = criteria.Items.Where(item => item.Must).ToList();
        return musts.GroupBy(item => item.Facet).All(facet => facet.Key == Facet.Product
                ? facet.All(item => Has(entry, item))
                : facet.Where(item => !facet.Any(other => other != item && IsUnder(other, item))).Any(item => Has(entry, item)))
            && criteria.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => TextOf(entry).Contains(TextKey.Of(word), StringComparison.Ordinal));
    }

    public bool IsHidden(CatalogEntry entry) => entry.Confidential && !query.Viewer.SeesConfidential && entry.OwnerId != query.Viewer.UserId;

    private bool IsSearched(CatalogEntry entry) => query.Tab switch
    {
        MatchTab.FreeNow => StateOf(entry) != AvailabilityState.Closed,
        MatchTab.Mine => entry.OwnerId == query.Viewer.UserId,
        _ => true,
    };

    private bool Has(CatalogEntry entry, Criterion item)
    {
        switch (item.Facet)
        {
            case Facet.Availability:
                return StateOf(entry) == item.Key switch { "open" => AvailabilityState.Open, "closed" => AvailabilityState.Closed, _ => AvailabilityState.NearlyUsed };
            case Facet.Live:
                return LiveSince(entry) is { } since && since.AddMonths(int.Parse(item.Key, System.Globalization.CultureInfo.InvariantCulture)) <= Catalogs.Today;
            default:
                var wanted = terms.Find(item.Facet, item.Key)!;
                var tells = (wanted.Facet == Facet.Region && wanted.Parent >= 0) || wanted.Facet == Facet.Language;
                return !(tells && IsHidden(entry)) && entry.Terms.Any(term => IsUnder(term, wanted.Index));
        }
    }

    private DateOnly? LiveSince(CatalogEntry entry) =>
        entry.LiveSince is { } since && IsHidden(entry) ? new DateOnly(since.Year, 12, 31) : entry.LiveSince;

    private bool IsUnder(Criterion narrow, Criterion broad) =>
        narrow.Facet == broad.Facet && terms.Find(narrow.Facet, narrow.Key) is { } below && terms.Find(broad.Facet, broad.Key) is { } above && IsUnder(below.Index, above.Index);

    private bool IsUnder(int term, int ancestor) => term == ancestor || (terms.All[term].Parent is >= 0 and var parent && IsUnder(parent, ancestor));

    private string TextOf(CatalogEntry entry) => TextKey.Of(IsHidden(entry) ? entry.AnonymousName : $"{entry.Name} {entry.City}");

    private AvailabilityState StateOf(CatalogEntry entry)
    {
        var acts = entry.Status == ReferenceStatus.Active || (entry.Status == ReferenceStatus.Paused && entry.PausedUntil < Catalogs.Today);
        return acts && !entry.Denied.Contains(query.Scope!.Value) ? query.Usage.Of(entry.Id).State : AvailabilityState.Closed;
    }
}
