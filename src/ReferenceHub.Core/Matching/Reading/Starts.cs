namespace ReferenceHub.Core.Matching;

/// <summary>How phrases begin, by their first two letters: most words are ruled out by one look, without looking any phrase up.</summary>
internal sealed class Starts
{
    private const int Letters = 32;
    private readonly uint[] seconds = new uint[Letters];

    public void Add(string plain)
    {
        if (plain.Length > 0)
        {
            seconds[plain[0] % Letters] |= plain.Length > 1 ? 1u << (plain[1] % Letters) : uint.MaxValue;
        }
    }

    /// <summary>Whether a phrase may begin at a place.</summary>
    public bool MayBe(NeedTokens tokens, int place)
    {
        var (first, second) = tokens.Letters(place);
        return second == 0 ? seconds[first % Letters] != 0 : (seconds[first % Letters] & (1u << (second % Letters))) != 0;
    }
}
