namespace ReferenceHub.Core.Content;

/// <summary>How a line of the newer text stands to the older one.</summary>
public enum LineChange
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the newer text only.</summary>
    Added,

    /// <summary>In the older text only.</summary>
    Removed,
}

/// <summary>One line of a comparison.</summary>
public sealed record DiffLine(LineChange Change, string Text);

/// <summary>Compares two texts line by line: the longest common run of lines stays, the rest was removed or added.</summary>
public static class LineDiff
{
    // The table of the comparison has a cell for each pair of lines; longer texts are shown as replaced as a whole.
    private const int MostCells = 4_000_000;

    /// <summary>The lines of both, removed ones before added ones.</summary>
    public static IReadOnlyList<DiffLine> Of(string? older, string? newer)
    {
        var (before, after) = (Lines(older), Lines(newer));
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        return
        [
            .. before[..head].Select(Same),
            .. Middle(before[head..^tail], after[head..^tail]),
            .. before[^tail..].Select(Same),
        ];
    }

    private static IEnumerable<DiffLine> Middle(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MostCells)
        {
            return [.. before.Select(Removed), .. after.Select(Added)];
        }

        return Walk(before, after, CommonLengths(before, after));
    }

    // lengths[i, j]: how many lines the rests of both texts from there on have in common.
    private static int[,] CommonLengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static List<DiffLine> Walk(string[] before, string[] after, int[,] lengths)
    {
        var lines = new List<DiffLine>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add(Same(before[i++]));
                j++;
            }
            else if (i < before.Length && (j == after.Length || lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                lines.Add(Removed(before[i++]));
            }
            else
            {
                lines.Add(Added(after[j++]));
            }
        }

        return lines;
    }

    private static string[] Lines(string? text) => string.IsNullOrEmpty(text) ? [] : text.ReplaceLineEndings("\n").Split('\n');

    private static DiffLine Same(string text) => new(LineChange.Same, text);

    private static DiffLine Added(string text) => new(LineChange.Added, text);

    private static DiffLine Removed(string text) => new(LineChange.Removed, text);
}
