using ReferenceHub.Core.Import;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;

namespace ReferenceHub.Web.Features.Import;

/// <summary>What the matching page sends: one field a column of the file, formats, meanings of values, options.</summary>
public static class ImportForm
{
    /// <summary>Names of inputs: this, then the column's number or the value's key.</summary>
    public const string Column = "column.", Choice = "choice.", Other = "other.";

    private const int LongestSheet = 100;

    private static readonly Dictionary<string, char> Delimiters = new(StringComparer.Ordinal) { ["comma"] = ',', ["semicolon"] = ';', ["tab"] = '\t', ["bar"] = '|' };

    /// <summary>Name of a separator on the page.</summary>
    public static string NameOf(char delimiter) => Delimiters.First(pair => pair.Value == delimiter).Key;

    /// <summary>The separators on the page: name and words.</summary>
    public static IReadOnlyList<(string Name, string Words)> DelimiterNames { get; } = [("comma", "Comma ,"), ("semicolon", "Semicolon ;"), ("tab", "Tab"), ("bar", "Bar |")];

    /// <summary>Encodings on the page.</summary>
    public static IReadOnlyList<(FileEncoding Encoding, string Words)> Encodings { get; } =
        [(FileEncoding.Utf8, "UTF-8"), (FileEncoding.Utf16, "UTF-16"), (FileEncoding.Windows1252, "Windows-1252")];

    /// <summary>How a file was read, in words.</summary>
    public static string WordsOf(TableInfo info) => info switch
    {
        { Format: FileFormat.Xlsx, Sheets.Count: > 1 } => $"sheet “{info.Sheet}” of {info.Sheets.Count}",
        { Format: FileFormat.Xlsx } => $"sheet “{info.Sheet}”",
        { Encoding: FileEncoding.Windows1252 } => "Windows-1252",
        { Encoding: FileEncoding.Utf16 } => "UTF-16",
        _ => "UTF-8",
    };

    /// <summary>The settings as the form says, and the fields that more than one column claims (the first counts).</summary>
    public static (ImportSettings Settings, IReadOnlyList<string> Doubled) Read(IFormCollection form, ImportSettings before)
    {
        var kind = Enum.TryParse<ImportKind>(form["kind"], out var read) && Enum.IsDefined(read) ? read : before.Kind;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var doubled = new List<string>();
        foreach (var (column, field) in ColumnsOf(form))
        {
            if (!columns.TryAdd(field, column))
            {
                doubled.Add(ImportFields.Of(kind).FirstOrDefault(one => one.Key == field)?.Label ?? field);
            }
        }

        var settings = before with
        {
            Kind = kind,
            Delimiter = Delimiters.GetValueOrDefault(form["delimiter"].ToString(), before.Delimiter),
            Encoding = Enum.TryParse<FileEncoding>(form["encoding"], out var encoding) && Enum.IsDefined(encoding) ? encoding : before.Encoding,
            Sheet = form["sheet"].ToString() is { Length: > 0 and <= LongestSheet } sheet ? sheet : before.Sheet,
            Columns = columns,
            DateFormat = Given(form, "dateFormat", before.DateFormat),
            CommaDecimals = form["decimals"] == "comma",
            Currency = Given(form, "currency", before.Currency),
            RevenueUnit = Enum.TryParse<RevenueUnit>(form["revenueUnit"], out var unit) && Enum.IsDefined(unit) ? unit : before.RevenueUnit,
            Choices = ChoicesOf(form, before),
            RememberSpellings = IsOn(form, "rememberSpellings"),
            Activate = IsOn(form, "activate"),
            LeaveOutBadRows = IsOn(form, "leaveOut"),
            Undecided = Enum.TryParse<Undecided>(form["undecided"], out var undecided) && Enum.IsDefined(undecided) ? undecided : before.Undecided,
            Evidence = form.ContainsKey("evidence") ? form["evidence"].ToString() : before.Evidence,
        };
        return (settings, doubled);
    }

    private static IEnumerable<(int Column, string Field)> ColumnsOf(IFormCollection form) =>
        form.Where(pair => pair.Key.StartsWith(Column, StringComparison.Ordinal) && !string.IsNullOrEmpty(pair.Value))
            .Select(pair => (Column: int.TryParse(pair.Key[Column.Length..], out var column) ? column : -1, Field: pair.Value.ToString()))
            .Where(pair => pair.Column >= 0)
            .OrderBy(pair => pair.Column);

    private static Dictionary<string, string> ChoicesOf(IFormCollection form, ImportSettings before)
    {
        var choices = new Dictionary<string, string>(before.Choices, StringComparer.Ordinal);
        foreach (var (key, value) in form.Where(pair => pair.Key.StartsWith(Choice, StringComparison.Ordinal)))
        {
            choices[key[Choice.Length..]] = value.ToString();
        }

        return choices;
    }

    /// <summary>Names of other customers that were typed beside a choice: the choice's key and the text.</summary>
    public static IEnumerable<(string Key, string Typed)> OthersOf(IFormCollection form) =>
        form.Where(pair => pair.Key.StartsWith(Other, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(pair.Value))
            .Select(pair => (pair.Key[Other.Length..], pair.Value.ToString().Trim()));

    private static string Given(IFormCollection form, string name, string before) => form[name].ToString() is { Length: > 0 } given ? given : before;

    private static bool IsOn(IFormCollection form, string name) => form[name].Contains("true");
}
