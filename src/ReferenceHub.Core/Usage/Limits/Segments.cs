namespace ReferenceHub.Core.Usage;

/// <summary>The segment terms a customer belongs to.</summary>
public static class Segments
{
    /// <summary>Industry and region with all broader terms above them, and the products.</summary>
    public static IReadOnlySet<Guid> Of(Guid? industryId, Guid? regionId, IEnumerable<Guid> productIds, IReadOnlyDictionary<Guid, Guid?> parents)
    {
        var terms = new HashSet<Guid>(productIds);
        Climb(industryId);
        Climb(regionId);
        return terms;

        void Climb(Guid? id)
        {
            while (id is { } term && terms.Add(term))
            {
                id = parents.GetValueOrDefault(term);
            }
        }
    }
}
