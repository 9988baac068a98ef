namespace ReferenceHub.Core.Requests;

/// <summary>How the candidates of a request are asked.</summary>
public enum AskMode
{
    /// <summary>One after another: the next in line when one declines or stays silent.</summary>
    OneByOne,

    /// <summary>Several at once: the first yes wins, the others are withdrawn politely.</summary>
    Several,
}

/// <summary>How candidates are asked, in words.</summary>
public static class AskModes
{
    /// <summary>The mode in words.</summary>
    public static string InWords(this AskMode mode) => mode == AskMode.OneByOne ? "one after another" : "several at once";
}
