using ReferenceHub.Core.Import;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.Import.Values;

namespace ReferenceHub.Web.Features.Import;

/// <summary>What a word of a file can be said to mean, as the page offers it.</summary>
public static class MeaningWords
{
    /// <summary>The options of a word: value and words.</summary>
    public static IEnumerable<(string Value, string Words)> OptionsOf(ValueChoice choice, ImportKind kind, Vocabulary vocabulary)
    {
        var instead = ValueChoices.IsNeeded(choice.Field, kind) ? (ImportSettings.Skip, "Leave its rows out") : (ImportSettings.Empty, EmptyWords(choice, kind));
        if (ValueChoices.TaxonomyOf(choice.Field) is { } taxonomy)
        {
            return vocabulary.Of(taxonomy)
                .Where(term => !term.Retired)
                .Select(term => (ImportSettings.Existing + term.Key, term.Name))
                .Prepend(instead)
                .Prepend((ImportSettings.NewTerm, $"Add “{choice.Value}”"));
        }

        return vocabulary.MeaningsOf(choice.Field) is { } meanings
            ? meanings.Select(meaning => (meaning.Choice, meaning.Words)).Append(instead)
            : [(StageGuess.Won, "Won"), (StageGuess.Lost, "Lost"), .. vocabulary.Stages.Select(stage => (StageGuess.Open + stage.Key, $"Open: {stage.Name}")), instead];
    }

    /// <summary>What a word is taken for.</summary>
    public static string Of(ValueChoice choice, Vocabulary vocabulary) =>
        ValueChoices.TaxonomyOf(choice.Field) is { } taxonomy ? vocabulary.Of(taxonomy).FirstOrDefault(term => ImportSettings.Existing + term.Key == choice.Choice)?.Name ?? "as written"
        : vocabulary.MeaningsOf(choice.Field)?.FirstOrDefault(meaning => meaning.Choice == choice.Choice)?.Words ?? choice.Value;

    private static string EmptyWords(ValueChoice choice, ImportKind kind) => choice.Field switch
    {
        ImportFields.Stage => "Open, stage not known",
        ImportFields.Product when kind == ImportKind.Opportunities => "Keep as written",
        _ => "Leave empty",
    };
}
