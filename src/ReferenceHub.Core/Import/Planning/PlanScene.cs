using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What every planner works with: the file, how it is understood, the words, and what the program knows of the customers named.</summary>
internal sealed class PlanScene(ImportTable table, ImportSettings settings, Vocabulary words, CustomerBook book, IIds ids, DateTime now, DateOnly today)
{
    private Dictionary<string, string?>? chosen;
    private TermChooser? terms;
    private EditNames? names;

    public ImportTable Table => table;

    public ImportSettings Settings => settings;

    public Vocabulary Words => words;

    public CustomerBook Book => book;

    public IIds Ids => ids;

    public DateTime Now => now;

    public DateOnly Today => today;

    /// <summary>Meanings of the words in choice columns.</summary>
    public IReadOnlyList<ValueChoice> WordChoices { get; } = ValueChoices.Of(table, settings, words);

    /// <summary>The customers that rows name; null where rows name none.</summary>
    public RowCustomers? Finder { get; } = settings.Kind == ImportKind.Customers || ImportFields.IsPart(settings.Kind) ? new RowCustomers(table, settings, words, book) : null;

    /// <summary>Parents that are not known; of customers only.</summary>
    public ParentChoices? Parents { get; } = settings.Kind == ImportKind.Customers ? new ParentChoices(table, settings, words, book) : null;

    /// <summary>The terms that words of the file mean, new ones among them.</summary>
    public TermChooser Terms => terms ??= new TermChooser(WordChoices, settings, words, ids);

    /// <summary>Names of terms and people in changes.</summary>
    public EditNames Names => names ??= new EditNames(
        new Dictionary<Guid, string>([.. words.Names, .. Terms.AllMade.Select(term => KeyValuePair.Create(term.Id, term.Name))]),
        words.Of(TermKind.UseCase).Concat(Terms.AllMade.Where(term => term.Kind == TermKind.UseCase)).ToDictionary(term => new TermKey(term.Kind, term.Key), term => term.Name));

    /// <summary>The taxonomy of a term; null for one that this file adds.</summary>
    public TermKind? KindOf(Guid termId) => words.Term(termId)?.Kind;

    /// <summary>Everything there is to decide.</summary>
    public IReadOnlyList<ValueChoice> Choices => [.. Finder?.Choices ?? [], .. Parents?.Choices ?? [], .. WordChoices];

    /// <summary>What a word of a fixed list was taken for.</summary>
    public string? ChoiceOf(string field, string? value) =>
        value is null ? null : (chosen ??= WordChoices.ToDictionary(choice => choice.Key, choice => choice.Choice, StringComparer.Ordinal)).GetValueOrDefault(ImportSettings.ChoiceKey(field, value));

    /// <summary>The plan of all kinds alike: what blocks, what is wrong, what was counted.</summary>
    public ImportPlan Plan(CellReader cells, PlanTally tally, IReadOnlyList<Writing.IPlannedRows> rows, IEnumerable<string> blockers, IEnumerable<string>? notices = null, IReadOnlyList<ImportSum>? sums = null) => new()
    {
        Blockers = [.. blockers, .. Finder?.Blockers ?? [], .. ValueChoices.BlockersOf(table, settings, WordChoices)],
        Problems = [.. cells.Problems.OrderBy(problem => problem.Line)],
        BadRows = cells.BadLines.Count,
        Preview = tally.Preview,
        Rows = rows,
        NewTerms = Terms.Made,
        Spellings = Terms.Spellings,
        Result = new ImportResult
        {
            Counts = tally.Counts(cells.BadLines.Count),
            Sums = sums ?? [],
            Notices = [.. notices ?? [], .. Notices.OfFormulas(cells.Formulas), .. Notices.OfDates(table, settings)],
            NewTerms = [.. Terms.Made.Select(term => term.Name)],
        },
    };
}
