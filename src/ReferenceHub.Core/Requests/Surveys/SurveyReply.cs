namespace ReferenceHub.Core.Requests;

/// <summary>What somebody says after a use.</summary>
/// <param name="Expected">What they had expected, 1 to 5.</param>
/// <param name="Actual">What it was, 1 to 5.</param>
/// <param name="Again">Whether they would do it again.</param>
/// <param name="Words">In their words.</param>
public sealed record SurveyReply(int Expected, int Actual, bool? Again, string? Words);

/// <summary>Whether a reference helped a deal, by the grade its requester gave.</summary>
public enum Helped
{
    /// <summary>It helped.</summary>
    Yes,

    /// <summary>It helped somewhat.</summary>
    Somewhat,

    /// <summary>It did not.</summary>
    No,
}

/// <summary>Reads grades as an outcome.</summary>
public static class HelpedReading
{
    /// <summary>4 and 5 helped, 3 somewhat, less did not.</summary>
    public static Helped Of(int grade) => grade switch
    {
        >= 4 => Helped.Yes,
        3 => Helped.Somewhat,
        _ => Helped.No,
    };

    /// <summary>In a sentence about a reference: "it helped us somewhat".</summary>
    public static string InWords(this Helped helped) => helped switch
    {
        Helped.Yes => "it helped us",
        Helped.Somewhat => "it helped us somewhat",
        _ => "it did not help us",
    };
}
