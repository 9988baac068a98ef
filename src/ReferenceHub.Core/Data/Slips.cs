namespace ReferenceHub.Core.Data;

/// <summary>Slips of the keyboard that are forgiven where somebody types a word that is looked up: one letter from five letters on, two from nine on.</summary>
public static class Slips
{
    /// <summary>Fewest letters of a word that may be misspelt.</summary>
    public const int Shortest = 5;

    /// <summary>Fewest letters of a word in which two may be wrong.</summary>
    public const int ShortestOfTwo = 9;

    /// <summary>Letters that may be wrong in a word of this length.</summary>
    public static int Allowed(int length) => length switch { < Shortest => 0, < ShortestOfTwo => 1, _ => 2 };
}
