using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Import.Values;

/// <summary>Yes or no as lists write it.</summary>
public static class YesNo
{
    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal) { "YES", "Y", "TRUE", "1", "X", "JA", "J", "OUI", "SI", "WAHR", "✓", "✔" };
    private static readonly HashSet<string> No = new(StringComparer.Ordinal) { "NO", "N", "FALSE", "0", "NEIN", "NON", "FALSCH", "-" };

    /// <summary>What a cell says; null when it is neither.</summary>
    public static bool? Read(string cell)
    {
        var key = TextKey.Of(cell);
        return Yes.Contains(key) ? true : No.Contains(key) ? false : null;
    }
}
