using System.Collections.Immutable;

namespace ReferenceHub.Core.References;

/// <summary>A term that every new database starts with; the parent is named by key within the same taxonomy.</summary>
public sealed record ShippedTerm(TermKind Kind, string Key, string Name, string? ParentKey, ImmutableArray<string> Aliases, int Order);

/// <summary>The taxonomies the product ships with, read from the text beside this file. Parents stand before their children.</summary>
public static class ShippedTerms
{
    private static readonly Lazy<ImmutableArray<ShippedTerm>> Read = new(() => Parse(Text()));

    /// <summary>All shipped terms.</summary>
    public static ImmutableArray<ShippedTerm> All => Read.Value;

    private static ImmutableArray<ShippedTerm> Parse(string text)
    {
        var terms = ImmutableArray.CreateBuilder<ShippedTerm>();
        var kind = default(TermKind);
        var above = new string?[8];
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                kind = Enum.Parse<TermKind>(line.Trim('[', ']'));
                continue;
            }

            var depth = (line.Length - line.TrimStart().Length) / 2;
            var (key, rest) = Cut(line.Trim(), ':');
            var (name, aliases) = Cut(rest, '|');
            above[depth] = key;
            terms.Add(new ShippedTerm(
                kind,
                key,
                name,
                depth == 0 ? null : above[depth - 1],
                [.. aliases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                terms.Count));
        }

        return terms.ToImmutable();
    }

    private static (string Before, string After) Cut(string text, char at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text.Trim(), "") : (text[..place].Trim(), text[(place + 1)..].Trim());
    }

    private static string Text()
    {
        using var stream = typeof(ShippedTerms).Assembly.GetManifestResourceStream("ShippedTerms.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
