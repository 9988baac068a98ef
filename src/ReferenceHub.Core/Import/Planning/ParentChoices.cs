using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Parent companies that are neither in the file nor here: kept as a name, made a candidate, or another customer, decided once each.</summary>
internal sealed class ParentChoices
{
    private readonly Dictionary<string, ValueChoice> choices = new(StringComparer.Ordinal);
    private readonly CustomerBook book;

    public ParentChoices(ImportTable table, ImportSettings settings, Vocabulary words, CustomerBook book)
    {
        this.book = book;
        var cells = new CellReader(table, settings);
        if (!settings.Columns.ContainsKey(ImportFields.Parent))
        {
            return;
        }

        var inFile = table.Rows.Select(row => TextKey.Of(cells.Given(row, ImportFields.Name))).ToHashSet(StringComparer.Ordinal);
        foreach (var group in table.Rows.Select(row => cells.Given(row, ImportFields.Parent)).OfType<string>().GroupBy(TextKey.Of, StringComparer.Ordinal))
        {
            if (group.Key.Length > 0 && !inFile.Contains(group.Key) && !book.Has(group.First()))
            {
                choices[group.Key] = Decide(new ValueChoice(ImportFields.Parent, group.First(), group.Count(), ImportSettings.Empty, false) { Near = book.Near(group.First(), null, null) }, settings, words);
            }
        }
    }

    /// <summary>The missing parents, the most frequent first.</summary>
    public IReadOnlyList<ValueChoice> Choices => [.. choices.Values.OrderByDescending(choice => choice.Count)];

    /// <summary>Those that become customers.</summary>
    public IEnumerable<string> Made => choices.Values.Where(choice => choice.Choice == ImportSettings.NewTerm).Select(choice => choice.Value);

    /// <summary>The parent's name as it is to be kept.</summary>
    public string? NameOf(string? parent) =>
        parent is not null && choices.GetValueOrDefault(TextKey.Of(parent))?.Choice is { } choice && SameAs(choice) is { } known ? known.Name : parent;

    private ValueChoice Decide(ValueChoice choice, ImportSettings settings, Vocabulary words)
    {
        var before = Fits(words.Answer(ImportFields.Parent, choice.Value));
        return Fits(settings.Choices.GetValueOrDefault(choice.Key)) is { } chosen && chosen != before ? choice with { Choice = chosen }
            : before is not null ? choice with { Choice = before, Remembered = true }
            : choice;
    }

    private string? Fits(string? choice) => choice is ImportSettings.Empty or ImportSettings.NewTerm || (choice is not null && SameAs(choice) is not null) ? choice : null;

    private KnownCustomer? SameAs(string choice) =>
        choice.StartsWith(ImportSettings.SameAs, StringComparison.Ordinal) && Guid.TryParse(choice[ImportSettings.SameAs.Length..], out var id) ? book.Of(id) : null;
}
