using System.Reflection;
using ReferenceHub.Core.Matching;

namespace ReferenceHub.Core.Tests.Matching.Needs;

/// <summary>A need as it is typed, what a person reads from it, and the customers that this person would accept.</summary>
public sealed record Need(string Words, string Meant, IReadOnlyList<string> Accepted)
{
    private const string For = "for=";

    /// <summary>The needs of a file beside this one.</summary>
    public static IReadOnlyList<Need> Of(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var needs = new List<Need>();
        foreach (var line in reader.ReadToEnd().Split('\n').Where(line => line.Length > 2))
        {
            var text = line[2..].Trim();
            switch (line[0])
            {
                case '?':
                    needs.Add(new Need(text, "", []));
                    break;
                case '=':
                    needs[^1] = needs[^1] with { Meant = text };
                    break;
                case ':':
                    needs[^1] = needs[^1] with { Accepted = [.. needs[^1].Accepted, .. text.Split('|', StringSplitOptions.TrimEntries)] };
                    break;
                default:
                    break;
            }
        }

        return needs;
    }

    /// <summary>What a person reads, each thing by itself: criteria with their must or not, words left as text, the activity type.</summary>
    public IReadOnlySet<string> Wanted(IReadOnlyDictionary<string, Guid> ids)
    {
        var pairs = Meant.Split('&').Select(pair => pair.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? pair[..at] + ids[pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..at] + pair[(at + 1)..]] : pair).ToList();
        return Parts(Criteria.Parse(string.Join('&', pairs.Where(pair => !pair.StartsWith(For, StringComparison.Ordinal)))), pairs.Find(pair => pair.StartsWith(For, StringComparison.Ordinal))?[For.Length..]);
    }

    /// <summary>Criteria, words and activity type as single things.</summary>
    public static IReadOnlySet<string> Parts(Criteria criteria, string? activity) => criteria.Items.Select(item => $"{item.Pair.Key}={item.Pair.Value}")
        .Concat(criteria.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"q={word}"))
        .Concat(activity is null ? [] : [For + activity])
        .ToHashSet(StringComparer.Ordinal);
}
