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
        var musts = criteria.Items.Where(item => item is { Must: true, Not: false }).ToList();
        return musts.GroupBy(item => item.Facet).All(facet => facet.Key == Facet.Product
                ? facet.All(item => Has(entry, item))
                : facet.Where(item => !facet.Any(other => other != item && IsUnder(other, item))).Any(item => Has(entry, item)))
            && !criteria.Items.Any(item => item is { Not: true, Facet: not Facet.Like } && Has(entry, item))
            && !criteria.Items.Any(item => item.Facet == Facet.Like && item.Key == entry.Id.ToString())
            && criteria.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => criteria.Items.IsEmpty || word[0] == '"').All(word => TextOf(entry).Contains(TextKey.Of(word.Trim('"')), StringComparison.Ordinal));
    }

    public bool IsClosed(CatalogEntry entry) => StateOf(entry) == AvailabilityState.Closed;

    public bool IsHidden(CatalogEntry entry) => entry.Confidential && !query.Viewer.SeesConfidential && entry.OwnerId != query.Viewer.UserId;

    public bool IsSearched(CatalogEntry entry) => query.Tab switch
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
            case Facet.FreeBy:
                return FreeOn(entry) is { } free && free <= DateOnly.ParseExact(item.Key, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            case Facet.Size:
                return StaffRange.TryParse(item.Key, out var range) && range.Has(IsHidden(entry) ? AnonymousName.RoundedStaff(entry.Staff) : entry.Staff);
            case Facet.Like:
                return Nearness(entry, query.Likes.Find(item)!) >= 0.4999;
            default:
                var wanted = terms.Find(item.Facet, item.Key)!;
                var tells = (wanted.Facet == Facet.Region && wanted.Parent >= 0) || wanted.Facet == Facet.Language;
                return !(tells && IsHidden(entry)) && entry.Terms.Any(term => IsUnder(term, wanted.Index));
        }
    }

    private DateOnly? FreeOn(CatalogEntry entry)
    {
        var acts = entry.Status == ReferenceStatus.Active || (entry.Status == ReferenceStatus.Paused && entry.PausedUntil < Catalogs.Today);
        return entry.Denied.Contains(query.Scope!.Value) ? null
            : acts ? query.Usage.Of(entry.Id) is { State: AvailabilityState.Closed } closed ? closed.FreeOn : Catalogs.Today
            : entry.Status == ReferenceStatus.Paused ? entry.PausedUntil?.AddDays(1)
            : null;
    }

    // Facets weighted as shipped; within one the mean over its terms: 1 for the term, a half for another under the same broad one.
    private double Nearness(CatalogEntry entry, Likeness like)
    {
        var parts = new List<(int Weight, double Near)>();
        foreach (var facet in new[] { Facet.Platform, Facet.Integration, Facet.Deployment, Facet.UseCase, Facet.Product, Facet.Industry, Facet.Region })
        {
            var asked = like.Terms.Where(term => terms.All[term].Facet == facet).ToList();
            if (asked.Count > 0)
            {
                parts.Add((query.Weights.Of(facet), asked.Average(term => Knows(term) ? 1 : terms.All[term].Parent >= 0 && Knows(terms.RootOf(term).Index) ? 0.5 : 0)));
            }
        }

        if (like.Staff > 0)
        {
            var staff = IsHidden(entry) ? AnonymousName.RoundedStaff(entry.Staff) : entry.Staff;
            parts.Add((query.Weights.Of(Facet.Size), staff == 0 ? 0 : Math.Max(0, ((4.0 * Math.Min(staff, like.Staff) / Math.Max(staff, like.Staff)) - 1) / 3)));
        }

        return parts.Sum(part => part.Weight * part.Near) / Math.Max(1, parts.Sum(part => part.Weight));

        bool Knows(int term) => entry.Terms.Any(own => IsUnder(own, term)) && !(IsHidden(entry) && terms.All[term].TellsCountry);
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
