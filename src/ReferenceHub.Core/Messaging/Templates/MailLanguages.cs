using System.Globalization;

namespace ReferenceHub.Core.Messaging;

/// <summary>Languages that letters to people without an account are written in; others read English.</summary>
public static class MailLanguages
{
    /// <summary>What is read where there is nothing better.</summary>
    public const string Fallback = "en";

    private static readonly Dictionary<string, (string Name, CultureInfo Culture)> Known = new(StringComparer.Ordinal)
    {
        ["en"] = ("English", CultureInfo.GetCultureInfo("en-GB")),
        ["de"] = ("German", CultureInfo.GetCultureInfo("de-DE")),
        ["fr"] = ("French", CultureInfo.GetCultureInfo("fr-FR")),
        ["es"] = ("Spanish", CultureInfo.GetCultureInfo("es-ES")),
    };

    /// <summary>The languages (ISO 639-1), English first.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "de", "fr", "es"];

    /// <summary>The language of these that letters are written in: the language itself, or English.</summary>
    public static string Of(string? language) => language is not null && Known.ContainsKey(language) ? language : Fallback;

    /// <summary>The first of a person's languages that letters are written in, or English.</summary>
    public static string FirstOf(IEnumerable<string> languages) => languages.FirstOrDefault(Known.ContainsKey) ?? Fallback;

    /// <summary>Its name in English.</summary>
    public static string NameOf(string language) => Known[Of(language)].Name;

    /// <summary>How dates, times and numbers are written in it.</summary>
    public static CultureInfo CultureOf(string? language) => Known[Of(language)].Culture;
}
