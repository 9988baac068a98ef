namespace ReferenceHub.Core.Matching;

/// <summary>Words of everyday English that mean themselves: no other word is seen in them by a slip of the keyboard.</summary>
public static class OrdinaryWords
{
    /// <summary>Whether a word is one of them, whatever the case.</summary>
    public static bool Has(string word) => WordLists.IsCommon(NeedTokens.Of(word).Whole);
}
