using System.Runtime.CompilerServices;

namespace ReferenceHub.Core.Matching;

/// <summary>Keeps the reader of words of a set of terms for as long as the terms live.</summary>
internal static class NeedReaders
{
    private static readonly ConditionalWeakTable<CatalogTerms, NeedReader> Readers = [];

    public static NeedReader Of(CatalogTerms terms) => Readers.GetValue(terms, known => new NeedReader(known));
}
