using System.Text;

namespace ReferenceHub.Core.Data;

/// <summary>Names of files as they may be shown and saved.</summary>
public static class FileName
{
    private const string Reserved = "<>:\"/\\|?*%";

    /// <summary>The last part of a name, without folders, control and reserved characters, and with an extension of its kind.</summary>
    public static string Safe(string? name, FileKind? kind = null)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var letters = new StringBuilder(last.Length);
        foreach (var rune in last.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate)
                && !(rune.IsAscii && Reserved.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                letters.Append(rune);
            }
        }

        var plain = letters.ToString().Trim(' ', '.');
        plain = plain.Length == 0 ? "file" : plain;
        var extension = kind is null ? "" : kind.Extensions.FirstOrDefault(one => plain.EndsWith(one, StringComparison.OrdinalIgnoreCase)) is { } own ? plain[^own.Length..] : kind.Extensions[0];
        var stem = plain.EndsWith(extension, StringComparison.Ordinal) ? plain[..^extension.Length] : plain;
        stem = stem.Length == 0 ? "file" : stem;
        var most = Attachment.NameLength - extension.Length;
        return (stem.Length > most ? stem[..(char.IsHighSurrogate(stem[most - 1]) ? most - 1 : most)] : stem) + extension;
    }
}
