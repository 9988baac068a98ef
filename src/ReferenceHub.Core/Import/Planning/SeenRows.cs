namespace ReferenceHub.Core.Import.Planning;

/// <summary>Which rows of the file were met already.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>The row that the same thing stands in already; null, and noted, when this is the first.</summary>
    public int? Earlier(string what, int line) => lines.TryAdd(what, line) ? null : lines[what];
}
