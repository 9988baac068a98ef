namespace ReferenceHub.Core.References;

/// <summary>Sets of terms.</summary>
public static class TermSets
{
    /// <summary>Terms that stand for themselves: a merged one is a signpost only.</summary>
    public static IQueryable<Term> Standing(this IQueryable<Term> terms) => terms.Where(term => term.MergedIntoId == null);
}
