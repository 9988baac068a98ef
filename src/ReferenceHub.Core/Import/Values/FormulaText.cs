namespace ReferenceHub.Core.Import.Values;

/// <summary>Text that a spreadsheet would run as a formula: exports put an apostrophe before it, imports take it off again.</summary>
public static class FormulaText
{
    // The last four are the full-width forms, which spreadsheets in Japanese and Chinese take for the plain ones.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text as a spreadsheet shows it and never runs it.</summary>
    public static string Neutral(string text) => IsRisky(text.AsSpan().TrimStart('\'')) ? "'" + text : text;

    /// <summary>The text that was meant: one apostrophe before a formula is ours.</summary>
    public static string Plain(string text) =>
        text.Length > 1 && text[0] == '\'' && IsRisky(text.AsSpan().TrimStart('\'')) ? text[1..] : text;

    private static bool IsRisky(ReadOnlySpan<char> text) => text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal);
}
