using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>
/// One distinct value of a choice column: how often it stands there, what it is taken for, and whether that was certain.
/// <see cref="Choice"/> is null while nobody knows.
/// </summary>
public sealed record ValueChoice(string Field, string Value, int Count, string? Choice, bool Certain)
{
    /// <summary>Name of the input on the page.</summary>
    public string Key => ImportSettings.ChoiceKey(Field, Value);
}

/// <summary>What the values of choice columns mean: as chosen on the page, else the same word, else the nearest.</summary>
public static class ValueChoices
{
    private const int MostDistinct = 500;

    /// <summary>All distinct values of the choice columns, most frequent first.</summary>
    public static IReadOnlyList<ValueChoice> Of(ImportTable table, ImportSettings settings, Vocabulary words) =>
        [.. ImportFields.Of(settings.Kind)
            .Where(field => field.Type == FieldType.Choice && settings.Columns.ContainsKey(field.Key))
            .SelectMany(field => table.ValuesOf(settings.Columns[field.Key])
                .Where(value => CellText.ProblemOf(value, field.Max) is null)
                .GroupBy(value => ImportSettings.ChoiceKey(field.Key, value), StringComparer.Ordinal)
                .OrderByDescending(group => group.Count())
                .Take(MostDistinct)
                .Select(group => ChoiceOf(field.Key, CellText.OneLine(group.First()), group.Count(), settings, words)))];

    /// <summary>Says of each choice column with far too many different values that it is hardly the right one.</summary>
    public static IEnumerable<string> BlockersOf(ImportTable table, ImportSettings settings) =>
        ImportFields.Of(settings.Kind)
            .Where(field => field.Type == FieldType.Choice && settings.Columns.ContainsKey(field.Key))
            .Where(field => table.ValuesOf(settings.Columns[field.Key]).Select(value => ImportSettings.ChoiceKey(field.Key, value)).Distinct(StringComparer.Ordinal).Count() > MostDistinct)
            .Select(field => $"The column “{table.Headings[settings.Columns[field.Key]]}” holds more than {MostDistinct} different values. Is it the right one for “{field.Label}”?");

    /// <summary>The taxonomy behind a choice field; null for stages.</summary>
    public static TermKind? TaxonomyOf(string field) => field switch
    {
        ImportFields.Industry => TermKind.Industry,
        ImportFields.Country => TermKind.Region,
        _ => null,
    };

    private static ValueChoice ChoiceOf(string field, string value, int count, ImportSettings settings, Vocabulary words)
    {
        var chosen = settings.Choices.GetValueOrDefault(ImportSettings.ChoiceKey(field, value));
        if (TaxonomyOf(field) is not { } kind)
        {
            var same = words.Stages.Any(stage => StageGuess.Open + stage.Key == StageGuess.For(value, words.Stages) && Data.TextKey.Of(stage.Name) == Data.TextKey.Of(value));
            return new ValueChoice(field, value, count, Known(chosen, words) ?? StageGuess.For(value, words.Stages), same);
        }

        var terms = words.Of(kind);
        if (TermGuess.Named(terms, value) is { } named)
        {
            return new ValueChoice(field, value, count, ImportSettings.Existing + named.Key, true);
        }

        if (chosen is not null && (!chosen.StartsWith(ImportSettings.Existing, StringComparison.Ordinal) || terms.Any(term => ImportSettings.Existing + term.Key == chosen)))
        {
            return new ValueChoice(field, value, count, chosen, false);
        }

        var near = TermGuess.Nearest(terms, value);
        return new ValueChoice(field, value, count, near is null ? ImportSettings.NewTerm : ImportSettings.Existing + near.Key, false);
    }

    private static string? Known(string? chosen, Vocabulary words) =>
        chosen is StageGuess.Won or StageGuess.Lost or ImportSettings.Empty || words.Stages.Any(stage => StageGuess.Open + stage.Key == chosen) ? chosen : null;
}
