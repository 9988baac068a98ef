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

/// <summary>How a file is to be understood: guessed first, then as the page says.</summary>
public sealed record ImportSettings
{
    /// <summary>Choices for a word: make it a new term, leave the field empty, or (with the term's key behind it) an existing term.</summary>
    public const string NewTerm = "new", Empty = "empty", Existing = "term:";

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

    /// <summary>Key of a choice.</summary>
    public static string ChoiceKey(string field, string value) => $"{field}:{Data.TextKey.Of(value)}";
}
