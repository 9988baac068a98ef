using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>What is needed in short, wherever a list, a notice or a letter names it.</summary>
public static class NeedInShort
{
    private const int LineLength = 160;

    /// <summary>The requester's words; without them the list of requirements: how many they are, and the first. Null when neither says anything.</summary>
    public static string? Of(string? text, string? requirements) => string.IsNullOrWhiteSpace(text)
        ? RequirementLists.Lines(requirements) switch
        {
            [] => null,
            [var only] => $"1 requirement: {Short(only)}",
            [var first, ..] and var lines => $"{lines.Count} requirements: {Short(first).TrimEnd('.', ',', ';', '…')}…",
        }
        : text;

    private static string Short(string line) => line.Length <= LineLength ? line : Guard.Cut(line, LineLength) + "…";
}
