using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What people write.</summary>
internal static class Phrases
{
    public static readonly string[] Wants =
    [
        "Migration effort: people and weeks", "First-year running cost against forecast", "What they would do differently", "How the switch went on the weekend", "How branch staff took to it",
        "Integration with SAP", "Support quality after go-live", "How they convinced the board", "Audit and regulator", "Data protection in the cloud", "Effort for upgrades",
    ];

    public static readonly string[] OwnerDeclines =
        ["Renewal talks until January", "Contact is on leave", "Open escalation, please not now", TooSmall, "New CIO, I want to introduce us first"];

    public static readonly string[] CustomerDeclines = ["No time this month", "In the middle of a release", "Prefers not to talk to a competitor", "Has done enough this year", "Legal does not allow it"];

    public static readonly string[] Questions =
        ["Which of the three products matters most to them?", "Is a call in English fine too?", "Is the date firm? The board meets later.", "Who will be on the call from their side?"];

    public static readonly string[] Answers = ["Atlas first, the rest is nice to have.", "English is fine.", "It moved by a week, no hurry.", "Their CIO and one architect."];

    public static readonly string[] GiveUps =
        ["Nobody who fits is free before the date", "No reference of this size in the region", "All who fit are customers of a competitor of theirs", "Three asked, none could make the date"];

    public static readonly string[] Cancels = ["Deal is on hold", "Prospect no longer needs a call", "Asked for the wrong product", "Prospect found a peer by themselves"];

    public static readonly string[] Deflections = ["Story: how a peer moved its core in 14 weeks", "Video: first-year cost was a third lower", "One slide with results was enough"];

    public static readonly string[] Exceptions = ["Contact answers after the holiday; requester agreed", "Only one fits, back on Monday", "Legal needs two more days"];

    public static readonly string[] Reasons = ["Largest deal of the quarter, no other bank of this size", "Board meeting cannot move", "Customer offered it by themselves"];

    public static readonly string[] Thanks = ["Very open talk, prospect was impressed.", "Good call, ran a little over.", "They want to meet again.", "Short, but answered everything."];

    /// <summary>What requesters say of a use, by its grade.</summary>
    public static readonly string?[] Grades = ["They had prepared for another product.", "Too general for our prospect.", null, "Answered all that was asked.", "Better than any slide of ours."];

    /// <summary>What customers say of a use that was not quite what they had expected.</summary>
    public static readonly string[] Remarks = ["Our time ran out before their last question.", "They asked about prices, which we don't speak about.", "Please send the questions a day earlier."];

    public const string Thanked = "Thank you for taking the time, it helped us a great deal.";

    private static readonly Dictionary<string, DeclineKind> Kinds = new(StringComparer.Ordinal)
    {
        ["Renewal talks until January"] = DeclineKind.Relationship,
        ["Contact is on leave"] = DeclineKind.NoTime,
        ["Open escalation, please not now"] = DeclineKind.Relationship,
        ["New CIO, I want to introduce us first"] = DeclineKind.Relationship,
        ["No time this month"] = DeclineKind.NoTime,
        ["In the middle of a release"] = DeclineKind.NoTime,
        ["Prefers not to talk to a competitor"] = DeclineKind.Competitor,
        ["Has done enough this year"] = DeclineKind.TooOften,
        ["Legal does not allow it"] = DeclineKind.Policy,
        [TooSmall] = DeclineKind.DoesNotFit,
    };

    /// <summary>A no of somebody who was asked for the wrong thing.</summary>
    public const string TooSmall = "Runs in one branch only, too small to speak for this one";

    /// <summary>The kind of a no in words.</summary>
    public static DeclineKind? KindOf(string reason) => Kinds.TryGetValue(reason, out var kind) ? kind : null;

    public static readonly string[] NoShows = ["Contact was called into a meeting", "Prospect did not dial in", "Ill that day"];
}
