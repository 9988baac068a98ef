namespace ReferenceHub.Core.Requests;

/// <summary>How the candidates of a request are asked.</summary>
public enum AskMode
{
    /// <summary>One after another: the next in line when one declines or stays silent.</summary>
    OneByOne,

    /// <summary>Several at once: the first yes wins, the others are withdrawn politely.</summary>
    Several,
}
