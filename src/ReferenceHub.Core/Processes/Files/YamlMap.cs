using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace ReferenceHub.Core.Processes;

/// <summary>One mapping of a file, read field by field; what is wrong is noted with its line, and so is every field that nobody asked for.</summary>
internal sealed class YamlMap(YamlNode node, List<string> problems)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string? Text(string key, bool required = false)
    {
        var found = Find(key);
        if (found is null or YamlScalarNode { Value: null or "" })
        {
            if (required)
            {
                Note(node, $"“{key}” is missing");
            }

            return null;
        }

        if (found is YamlScalarNode { Value: { } text })
        {
            return Sound(found, text);
        }

        Note(found, $"“{key}” is a text");
        return null;
    }

    public int Number(string key)
    {
        var text = Text(key);
        if (text is null)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Note(Find(key)!, $"“{key}” is a whole number");
        return 0;
    }

    public decimal? Part(string key)
    {
        var text = Text(key);
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Note(Find(key)!, $"“{key}” is a number");
        return null;
    }

    public bool Yes(string key)
    {
        var text = Text(key);
        if (text is null or "no" or "false")
        {
            return false;
        }

        if (text is not ("yes" or "true"))
        {
            Note(Find(key)!, $"“{key}” is yes or no");
        }

        return true;
    }

    public T? Value<T>(string key, bool required = false)
        where T : struct, Enum
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        var value = ProcessNames.Read<T>(text);
        if (value is null)
        {
            Note(Find(key)!, $"“{key}” is one of: {ProcessNames.All<T>()}");
        }

        return value;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        var lines = new List<string>();
        foreach (var item in Items(key))
        {
            if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                lines.Add(Sound(item, text));
            }
            else
            {
                Note(item, $"“{key}” is a list of texts");
            }
        }

        return lines;
    }

    public IEnumerable<YamlMap> Maps(string key) => Items(key).Select(item => new YamlMap(item, problems)).ToList();

    public YamlMap? Map(string key) => Find(key) is { } found ? new YamlMap(found, problems) : null;

    /// <summary>Call when all fields were asked for.</summary>
    public void End()
    {
        if (node is not YamlMappingNode map)
        {
            Note(node, "a list of “name: value” is expected here");
            return;
        }

        foreach (var key in map.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !asked.Contains(name)))
        {
            Note(key, $"“{(key as YamlScalarNode)?.Value}” is not known here");
        }
    }

    private IReadOnlyList<YamlNode> Items(string key)
    {
        switch (Find(key))
        {
            case null or YamlScalarNode { Value: null or "" }:
                return [];
            case YamlSequenceNode list:
                return [.. list.Children];
            case var other:
                Note(other, $"“{key}” is a list");
                return [];
        }
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return (node as YamlMappingNode)?.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;
    }

    // No database keeps control characters and halves of characters alike.
    private string Sound(YamlNode where, string text)
    {
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n')) || text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar))
        {
            Note(where, "control characters are not taken");
            return "";
        }

        return text.Trim();
    }

    private void Note(YamlNode where, string words) => problems.Add(string.Create(CultureInfo.InvariantCulture, $"Line {where.Start.Line}: {words}."));
}
