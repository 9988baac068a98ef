namespace ReferenceHub.Core.Matching;

/// <summary>Singular and plural of a name, in plain letters.</summary>
internal static class WordForms
{
    private const int Shortest = 4;

    /// <summary>The other forms.</summary>
    public static IEnumerable<string> Of(string plain)
    {
        if (plain.Length < Shortest || char.IsAsciiDigit(plain[^1]))
        {
            yield break;
        }

        if (plain.EndsWith("IES", StringComparison.Ordinal))
        {
            yield return plain[..^3] + "Y";
        }
        else if (plain.EndsWith('S') && !plain.EndsWith("SS", StringComparison.Ordinal))
        {
            yield return plain[..^1];
        }
        else if (plain.EndsWith('Y'))
        {
            yield return plain[..^1] + "IES";
        }
        else
        {
            yield return plain + (plain[^1] is 'X' or 'S' || plain.EndsWith("CH", StringComparison.Ordinal) || plain.EndsWith("SH", StringComparison.Ordinal) ? "ES" : "S");
        }
    }
}
