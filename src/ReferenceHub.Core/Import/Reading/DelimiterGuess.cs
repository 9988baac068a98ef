namespace ReferenceHub.Core.Import.Reading;

/// <summary>Finds what separates the cells of a file by what splits its first lines most evenly.</summary>
public static class DelimiterGuess
{
    private const int Looked = 20;

    /// <summary>The separators that are understood.</summary>
    public static IReadOnlyList<char> Known { get; } = [',', ';', '\t', '|'];

    /// <summary>The most likely separator; a comma when nothing speaks for another.</summary>
    public static char Of(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Known.Contains(text[4]))
        {
            return text[4];
        }

        var lines = FirstLines(text);
        return Known
            .Select(delimiter => (Delimiter: delimiter, Score: Score(lines, delimiter)))
            .Where(guess => guess.Score > 0)
            .OrderByDescending(guess => guess.Score)
            .Select(guess => guess.Delimiter)
            .FirstOrDefault(',');
    }

    private static double Score(List<string> lines, char delimiter)
    {
        var counts = lines.ConvertAll(line => Outside(line).Count(letter => letter == delimiter));
        var heading = counts.Count > 0 ? counts[0] : 0;
        return heading == 0 ? 0 : heading * (double)counts.Count(count => count == heading) / counts.Count;
    }

    private static List<string> FirstLines(string text)
    {
        var lines = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length && lines.Count < Looked; i++)
        {
            quoted ^= text[i] == '"';
            if (!quoted && text[i] is '\n' or '\r')
            {
                Add(text[start..i]);
                start = i + 1;
            }
        }

        if (lines.Count < Looked && start < text.Length)
        {
            Add(text[start..]);
        }

        return lines;

        void Add(string line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
            }
        }
    }

    private static IEnumerable<char> Outside(string line)
    {
        var quoted = false;
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            if (!quoted)
            {
                yield return letter;
            }
        }
    }
}
