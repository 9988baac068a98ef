using System.Globalization;
using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>What is true of each taxonomy.</summary>
public static class Taxonomies
{
    private static readonly (TermKind Kind, string Key, string Title, string One, int Levels)[] Known =
    [
        (TermKind.Industry, "industry", "Industries", "industry", 4),
        (TermKind.Product, "product", "Products", "product", 2),
        (TermKind.Region, "region", "Regions and countries", "region", 3),
        (TermKind.UseCase, "usecase", "Use cases", "use case", 2),
        (TermKind.Platform, "platform", "Platforms", "platform", 2),
        (TermKind.Deployment, "deployment", "Deployments", "deployment", 1),
        (TermKind.Integration, "integration", "Integrations", "integration", 2),
        (TermKind.Language, "language", "Languages", "language", 1),
    ];

    /// <summary>All taxonomies in the order of the page.</summary>
    public static IReadOnlyList<TermKind> All { get; } = [.. Known.Select(known => known.Kind)];

    /// <summary>The name in addresses.</summary>
    public static string Key(this TermKind kind) => Of(kind).Key;

    /// <summary>The heading on pages: "Industries".</summary>
    public static string Title(this TermKind kind) => Of(kind).Title;

    /// <summary>One of its terms, within a sentence: "industry".</summary>
    public static string One(this TermKind kind) => Of(kind).One;

    /// <summary>Most levels of its tree; 1 for a plain list.</summary>
    public static int Levels(this TermKind kind) => Of(kind).Levels;

    /// <summary>The taxonomy of a name in an address, or null.</summary>
    public static TermKind? Find(string? key) => Array.Exists(Known, known => known.Key == key) ? Array.Find(Known, known => known.Key == key).Kind : null;

    /// <summary>A key made of a name: lower-case letters, digits and hyphens, none that is taken.</summary>
    public static string KeyOf(string name, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var key = new StringBuilder();
        foreach (var letter in TextKey.Of(name).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        var stem = key.ToString().Trim('-');
        stem = stem.Length == 0 ? "term" : stem.Length <= Term.KeyLength - 4 ? stem : stem[..(Term.KeyLength - 4)].TrimEnd('-');
        var made = stem;
        for (var number = 2; taken.Contains(made); number++)
        {
            made = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        return made;
    }

    private static (TermKind Kind, string Key, string Title, string One, int Levels) Of(TermKind kind) => Array.Find(Known, known => known.Kind == kind);
}
