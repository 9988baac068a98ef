using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>
/// One distinct value of a column: how often it stands there, what it is taken for, and whether that was certain.
/// <see cref="Choice"/> is null while nobody knows.
/// </summary>
public sealed record ValueChoice(string Field, string Value, int Count, string? Choice, bool Certain)
{
    /// <summary>Whether it is taken as decided at an earlier import.</summary>
    public bool Remembered { get; init; }

    /// <summary>Whether it follows the rule for all names that nobody decided on.</summary>
    public bool ByRule { get; init; }

    /// <summary>Customers that a name may mean.</summary>
    public IReadOnlyList<NearCustomer> Near { get; init; } = [];

    /// <summary>Name of the input on the page.</summary>
    public string Key => ImportSettings.ChoiceKey(Field, Value);
}

/// <summary>What the words of choice columns mean: the same word, else as chosen on the page, as decided before, or the nearest.</summary>
public static class ValueChoices
{
    private const int MostDistinct = 500;

    /// <summary>All distinct values of the choice columns, most frequent first.</summary>
    public static IReadOnlyList<ValueChoice> Of(ImportTable table, ImportSettings settings, Vocabulary words) =>
        [.. ColumnsOf(settings).SelectMany(field => WordsOf(table, settings, field)
            .Where(value => CellText.ProblemOf(value, field.Max) is null)
            .GroupBy(value => ImportSettings.ChoiceKey(field.Key, value), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Take(MostDistinct)
            .Select(group => ChoiceOf(field.Key, CellText.OneLine(group.First()), group.Count(), settings, words)))];

    /// <summary>Says of each choice column with far too many different values that it is hardly the right one, and of each word that must be chosen that it is not.</summary>
    public static IEnumerable<string> BlockersOf(ImportTable table, ImportSettings settings, IEnumerable<ValueChoice> choices) =>
        ColumnsOf(settings)
            .Where(field => WordsOf(table, settings, field).Select(value => ImportSettings.ChoiceKey(field.Key, value)).Distinct(StringComparer.Ordinal).Skip(MostDistinct).Any())
            .Select(field => $"The column “{table.Headings[settings.Columns[field.Key]]}” holds more than {MostDistinct} different values. Is it the right one for “{field.Label}”?")
            .Concat(choices
                .Where(choice => choice.Choice is null && choice.Field is not (ImportFields.Account or ImportFields.Name))
                .Select(choice => choice.Field == ImportFields.Stage ? $"Choose what the stage “{choice.Value}” means." : $"Choose what “{choice.Value}” means."));

    /// <summary>The taxonomy behind a choice field; null when it is another list.</summary>
    public static TermKind? TaxonomyOf(string field) => field switch
    {
        ImportFields.Industry => TermKind.Industry,
        ImportFields.Country or ImportFields.Regions => TermKind.Region,
        ImportFields.Product => TermKind.Product,
        ImportFields.Platforms => TermKind.Platform,
        ImportFields.Deployments => TermKind.Deployment,
        ImportFields.Languages => TermKind.Language,
        ImportFields.UseCases or ImportFields.Topics => TermKind.UseCase,
        ImportFields.Integrations => TermKind.Integration,
        _ => null,
    };

    /// <summary>Whether a word of this field can't be left empty: its rows are left out instead.</summary>
    public static bool IsNeeded(string field, ImportKind kind) =>
        field is ImportFields.Scope or ImportFields.Answer or ImportFields.Activity || (field == ImportFields.Product && kind == ImportKind.ProductUses);

    private static IEnumerable<ImportField> ColumnsOf(ImportSettings settings) =>
        ImportFields.Of(settings.Kind).Where(field => field.IsChoice && settings.Columns.ContainsKey(field.Key));

    private static IEnumerable<string> WordsOf(ImportTable table, ImportSettings settings, ImportField field)
    {
        var cells = table.ValuesOf(settings.Columns[field.Key]);
        return field.Type == FieldType.Choices ? cells.SelectMany(CellText.Parts) : cells;
    }

    private static ValueChoice ChoiceOf(string field, string value, int count, ImportSettings settings, Vocabulary words)
    {
        var chosen = settings.Choices.GetValueOrDefault(ImportSettings.ChoiceKey(field, value));
        if (TaxonomyOf(field) is { } kind)
        {
            return TermOf(field, kind, value, count, chosen, settings, words);
        }

        var before = words.Answer(field, value);
        if (words.MeaningsOf(field) is { } meanings)
        {
            var (meaning, certain) = Meanings.For(value, meanings);
            return certain ? new ValueChoice(field, value, count, meaning!.Choice, true)
                : Fits(chosen) && chosen != before ? new ValueChoice(field, value, count, chosen, false)
                : Fits(before) ? new ValueChoice(field, value, count, before, false) { Remembered = true }
                : new ValueChoice(field, value, count, meaning?.Choice, false);

            bool Fits(string? choice) => choice is ImportSettings.Empty or ImportSettings.Skip || meanings.Any(meaning => meaning.Choice == choice);
        }

        var guess = StageGuess.For(value, words.Stages);
        var same = words.Stages.Any(stage => StageGuess.Open + stage.Key == guess && Data.TextKey.Of(stage.Name) == Data.TextKey.Of(value));
        var known = Known(chosen, words);
        return (known is null || known == before) && Known(before, words) is { } again
            ? new ValueChoice(field, value, count, again, same) { Remembered = true }
            : new ValueChoice(field, value, count, known ?? guess, same);
    }

    private static ValueChoice TermOf(string field, TermKind kind, string value, int count, string? chosen, ImportSettings settings, Vocabulary words)
    {
        if (words.Named(kind, value) is { } named)
        {
            return new ValueChoice(field, value, count, ImportSettings.Existing + named.Key, true);
        }

        var terms = words.Of(kind);
        var before = words.Answer(field, value);
        if (Fits(chosen) && chosen != before)
        {
            return new ValueChoice(field, value, count, chosen, false);
        }

        if (Fits(before))
        {
            return new ValueChoice(field, value, count, before, false) { Remembered = true };
        }

        var near = TermGuess.Nearest(terms, value);
        // The product of a deal is text: with nothing near there is nothing to decide.
        return near is null && field == ImportFields.Product && settings.Kind == ImportKind.Opportunities
            ? new ValueChoice(field, value, count, ImportSettings.Empty, true)
            : new ValueChoice(field, value, count, near is null ? ImportSettings.NewTerm : ImportSettings.Existing + near.Key, false);

        bool Fits(string? choice) => choice is ImportSettings.NewTerm or ImportSettings.Empty or ImportSettings.Skip || terms.Any(term => ImportSettings.Existing + term.Key == choice);
    }

    private static string? Known(string? chosen, Vocabulary words) =>
        chosen is StageGuess.Won or StageGuess.Lost or ImportSettings.Empty || words.Stages.Any(stage => StageGuess.Open + stage.Key == chosen) ? chosen : null;
}
