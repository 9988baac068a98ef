using System.Text.Json.Serialization;
using ReferenceHub.Core.Import.Reading;

namespace ReferenceHub.Core.Import;

/// <summary>In what a column of revenues is counted.</summary>
public enum RevenueUnit
{
    /// <summary>Millions of the reporting currency.</summary>
    Millions,

    /// <summary>Thousands of the reporting currency.</summary>
    Thousands,

    /// <summary>Whole units of the reporting currency.</summary>
    Units,
}

/// <summary>What becomes of names that nobody has decided on.</summary>
public enum Undecided
{
    /// <summary>They hold the file back.</summary>
    Ask,

    /// <summary>They are new customers.</summary>
    New,

    /// <summary>Their rows are left out.</summary>
    LeaveOut,
}

/// <summary>How a file is to be understood: guessed first, then as the page says.</summary>
public sealed record ImportSettings
{
    /// <summary>Choices for a word: make it a new term or customer, leave the field empty (or as written), or leave its rows out.</summary>
    public const string NewTerm = "new", Empty = "empty", Skip = "skip";

    /// <summary>Starts of choices that name something: an existing term (its key behind it), an existing customer (its id behind it).</summary>
    public const string Existing = "term:", SameAs = "customer:";

    /// <summary>Longest evidence given for the whole file, in characters.</summary>
    public const int EvidenceLength = References.Permission.EvidenceLength;

    /// <summary>What the rows are.</summary>
    public ImportKind Kind { get; init; }

    /// <summary>What separates cells.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>How the text is encoded; null leaves it to the file.</summary>
    public FileEncoding? Encoding { get; init; }

    /// <summary>The sheet of a workbook; null for the first that has rows.</summary>
    public string? Sheet { get; init; }

    /// <summary>How the file is to be read.</summary>
    [JsonIgnore]
    public ReadingChoice Reading => new(Sheet, Delimiter, Encoding);

    /// <summary>Field key → column, counted from 0.</summary>
    public Dictionary<string, int> Columns { get; init; } = [];

    /// <summary>Order of day, month and year.</summary>
    public string DateFormat { get; init; } = "yyyy-M-d";

    /// <summary>Whether numbers are written 1.234,56.</summary>
    public bool CommaDecimals { get; init; }

    /// <summary>Currency of amounts that name none (ISO 4217).</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Unit of revenues.</summary>
    public RevenueUnit RevenueUnit { get; init; }

    /// <summary>"field:FOLDED VALUE" → what the value means, where the page chose.</summary>
    public Dictionary<string, string> Choices { get; init; } = [];

    /// <summary>Whether spellings mapped to a term become its other names.</summary>
    public bool RememberSpellings { get; init; } = true;

    /// <summary>Whether customers act as references at once, instead of waiting as candidates.</summary>
    public bool Activate { get; init; }

    /// <summary>Whether rows with errors are left out, instead of holding back the file.</summary>
    public bool LeaveOutBadRows { get; init; }

    /// <summary>What becomes of customers' names that are not decided one by one.</summary>
    public Undecided Undecided { get; init; }

    /// <summary>Where the yes of a row without evidence comes from.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whether the columns were matched as they were the last time.</summary>
    public bool Recalled { get; init; }

    /// <summary>Key of a choice.</summary>
    public static string ChoiceKey(string field, string value) => $"{field}:{Data.TextKey.Of(value)}";
}
