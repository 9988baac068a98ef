using System.Text;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Values;

/// <summary>Makes the key of a new term from its name: lower-case letters, digits and hyphens, not taken yet.</summary>
internal static class TermKeys
{
    /// <summary>A free key, which is taken from now on.</summary>
    public static string For(string name, HashSet<string> taken)
    {
        var letters = new StringBuilder();
        foreach (var letter in TextKey.Of(name).ToLowerInvariant())
        {
            letters.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        }

        var key = string.Join('-', letters.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        key = key.Length == 0 ? "term" : key.Length > Term.KeyLength - 4 ? key[..(Term.KeyLength - 4)].TrimEnd('-') : key;
        var free = key;
        for (var n = 2; !taken.Add(free); n++)
        {
            free = $"{key}-{n}";
        }

        return free;
    }
}
