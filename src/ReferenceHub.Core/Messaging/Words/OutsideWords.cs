using System.Collections.Concurrent;
using System.Globalization;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>The words of pages and letters for people without an account, in one language: a file of lines "key = text" each. The culture of the thread has no say.</summary>
public sealed class OutsideWords
{
    private static readonly ConcurrentDictionary<string, OutsideWords> Read = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, string> words;

    private OutsideWords(string language)
    {
        Language = language;
        Culture = MailLanguages.CultureOf(language);
        words = Lines(language).ToDictionary(line => line.Key, line => line.Text, StringComparer.Ordinal);
    }

    /// <summary>Language (ISO 639-1).</summary>
    public string Language { get; }

    /// <summary>How dates and numbers are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => words.Keys;

    /// <summary>A text; a key that is missing is a mistake of the caller.</summary>
    public string this[string key] => words.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No words '{key}' in '{Language}'.");

    /// <summary>The words in a language, English where there are none in it.</summary>
    public static OutsideWords In(string? language) => Read.GetOrAdd(MailLanguages.Of(language), known => new OutsideWords(known));

    /// <summary>A text with values in its places {0}, {1} …</summary>
    public string With(string key, params object?[] values) => string.Format(Culture, this[key], values);

    /// <summary>The text of a key that is made of a code, such as a scope; null when there is none.</summary>
    public string? Find(string key) => words.GetValueOrDefault(key);

    /// <summary>"1 use", "2 uses": the key with ".one" or ".many", with the number in it.</summary>
    public string Count(string key, int number) => With(number == 1 ? $"{key}.one" : $"{key}.many", number);

    /// <summary>A day: "Wednesday 25 November 2026".</summary>
    public string Day(DateOnly day) => day.ToString(this["format.day"], Culture);

    /// <summary>A moment (UTC) as the clock in a zone shows it, half a second before the minute as that minute: "Wednesday 25 November 2026, 12:00 (Berlin time)".</summary>
    public string Moment(DateTime utc, string zoneId)
    {
        var local = Zones.LocalIn(zoneId, utc.AddSeconds(30));
        return With("format.moment", Day(DateOnly.FromDateTime(local)), local.ToString("HH:mm", CultureInfo.InvariantCulture), With("format.zone", Place(zoneId)));
    }

    /// <summary>Name of a language in this language.</summary>
    public string LanguageName(string key) => Find($"language.{key}") ?? key;

    // "America/Argentina/Buenos_Aires" is Buenos Aires.
    private static string Place(string zoneId) => zoneId[(zoneId.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static IEnumerable<(string Key, string Text)> Lines(string language)
    {
        using var stream = typeof(OutsideWords).Assembly.GetManifestResourceStream($"OutsideWords.{language}.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.IndexOf(" = ", StringComparison.Ordinal) is > 0 and var at)
            {
                yield return (line[..at].Trim(), line[(at + 3)..].Trim());
            }
        }
    }
}
