using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Import.Values;

/// <summary>What a word for a deal's stage means: an outcome, or one of our open stages.</summary>
public static class StageGuess
{
    /// <summary>Choice of an outcome.</summary>
    public const string Won = "won", Lost = "lost";

    /// <summary>Choice of an open stage: this, then the stage's key.</summary>
    public const string Open = "stage:";

    private static readonly (string Part, string Choice)[] Outcomes =
    [
        ("WON", Won), ("GEWONNEN", Won), ("LOST", Lost), ("VERLOREN", Lost), ("CANCEL", Lost), ("ABANDON", Lost), ("DISQUALIF", Lost), ("DEAD", Lost),
    ];

    private static readonly (string Part, int Place)[] Places =
    [
        ("PROSPECT", 1), ("LEAD", 1), ("QUALIF", 1), ("NEW", 1), ("ENGAG", 2), ("DISCOVER", 2), ("ANALYS", 2), ("DEMO", 2), ("MEET", 2), ("CONTACT", 2),
        ("PROPOS", 3), ("QUOTE", 3), ("OFFER", 3), ("ANGEBOT", 3), ("NEGOTI", 4), ("CONTRACT", 4), ("VERBAL", 4), ("COMMIT", 4), ("REVIEW", 4),
    ];

    /// <summary>The choice for a value: the stage of that name, an outcome word, or the open stage that is usual at this point; null when nothing is near.</summary>
    public static string? For(string value, IReadOnlyList<DealStage> stages)
    {
        var key = TextKey.Of(value);
        if (stages.FirstOrDefault(stage => TextKey.Of(stage.Name) == key || TextKey.Of(stage.Key) == key) is { } same)
        {
            return Open + same.Key;
        }

        if (Array.Find(Outcomes, word => key.Contains(word.Part)).Choice is { } outcome)
        {
            return outcome;
        }

        var place = Array.Find(Places, word => key.Contains(word.Part)).Place;
        return place == 0 || stages.Count == 0 ? null : Open + stages[Math.Min(place, stages.Count) - 1].Key;
    }
}
