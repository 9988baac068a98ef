namespace ReferenceHub.Core.Matching;

/// <summary>Joins what was typed now to what was asked for before: the narrower place or industry and what was said to come instead take the place of the old.</summary>
internal static class Retyped
{
    public static Criteria Join(Criteria before, NeedRead read, CatalogTerms terms)
    {
        var given = before.Items.Where(old => read.Criteria.Items.Any(now => TakesPlaceOf(now, old)));
        return before.Without(given).And(read.Criteria);

        bool TakesPlaceOf(Criterion now, Criterion old) =>
            now.Facet == old.Facet && !now.Not && !old.Not && (read.Replaced.Contains(now.Facet) || (old.Must == now.Must && IsNarrower(now, old)));

        bool IsNarrower(Criterion now, Criterion old) => now.Key != old.Key
            && terms.Find(now.Facet, now.Key) is { } narrow && terms.Find(old.Facet, old.Key) is { } broad && narrow.Facet is Facet.Region or Facet.Industry && terms.IsWithin(narrow.Index, broad.Index);
    }
}
