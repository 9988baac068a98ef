using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What a kind of use is called by those outside: those that ship in the reader's language, others and renamed ones as the program calls them.</summary>
public static class ActivityWords
{
    private static readonly Dictionary<string, string> Shipped = ActivityTypes.Shipped().ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);

    /// <summary>The name.</summary>
    public static string Of(ActivityType type, OutsideWords words)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Of(type.Key, type.Name, words);
    }

    /// <summary>The name, by key and the program's name.</summary>
    public static string Of(string key, string name, OutsideWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Shipped.GetValueOrDefault(key) == name ? words.Find($"activity.{key}") ?? name : name;
    }
}
