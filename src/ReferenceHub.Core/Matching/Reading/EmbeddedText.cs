namespace ReferenceHub.Core.Matching;

/// <summary>Texts that the reader of needs ships with.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of a text, without blank ones and those that start with #.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
