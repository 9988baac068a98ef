namespace ReferenceHub.Core.Matching;

/// <summary>
/// Reads a need in words: what a taxonomy knows by name, alias or synonym becomes a criterion, slips of the finger forgiven; figures become
/// size and live time, days become free by, "not", "must" and "ideally" say how they are meant. Small words go, the rest stays text to search. Words in
/// quotes always stay text, with their quotes.
/// </summary>
internal sealed class NeedReader(CatalogTerms terms)
{
    private readonly Vocabulary vocabulary = new(terms);

    /// <summary>What words stand for.</summary>
    public NeedRead Read(string? text, NeedContext context) => Read(NeedTokens.Of(text), context);

    /// <summary>What words stand for.</summary>
    public NeedRead Read(NeedTokens tokens, NeedContext context)
    {
        var run = new NeedRun(tokens, context, vocabulary);
        run.Walk();
        return run.Result();
    }

    /// <summary>Whether a word, in plain letters, is a term or a common word, so that it names no company by itself.</summary>
    public bool IsOrdinary(string plain) => WordLists.IsCommon(plain) || vocabulary.Knows(plain);
}
