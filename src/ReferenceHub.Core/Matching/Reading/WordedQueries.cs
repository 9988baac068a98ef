using System.Runtime.CompilerServices;

namespace ReferenceHub.Core.Matching;

/// <summary>Keeps the reader of words of a set of terms for as long as the terms live.</summary>
internal static class WordedQueries
{
    private static readonly ConditionalWeakTable<CatalogTerms, WordedQuery> Readers = [];

    public static WordedQuery Of(CatalogTerms terms) => Readers.GetValue(terms, known => new WordedQuery(known));
}
