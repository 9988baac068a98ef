namespace ReferenceHub.Core.Matching;

/// <summary>What kind of word it is.</summary>
internal enum TokenKind
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day in figures.</summary>
    Date,

    /// <summary>Words in quotes, which are searched as they are.</summary>
    Quoted,
}

/// <summary>What stands before a word, the strongest last.</summary>
internal enum Pause
{
    /// <summary>A blank.</summary>
    None,

    /// <summary>A bracket.</summary>
    Bracket,

    /// <summary>A comma or a dash.</summary>
    Comma,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>The end of a sentence.</summary>
    Stop,
}

/// <summary>A word of a need: where it stands in what was typed and in the plain letters, what stood before it, its number or day.</summary>
internal readonly record struct NeedToken(int Start, int End, int PlainFrom, int PlainTo, TokenKind Kind, Pause Before, bool Glued)
{
    /// <summary>The number, with its k counted; 0 for other words.</summary>
    public double Number { get; init; }

    /// <summary>Whether a plus stands after the number.</summary>
    public bool Plus { get; init; }

    /// <summary>The day in figures; the year is 0 where it was left out.</summary>
    public (int Year, int Month, int Day) Date { get; init; }
}
