using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>The words people read for codes of content.</summary>
public static class AssetWords
{
    /// <summary>The kind in words.</summary>
    public static string InWords(this AssetKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Who may read it, in words.</summary>
    public static string InWords(this Confidentiality confidentiality) => confidentiality switch
    {
        Confidentiality.Shareable => "shareable with prospects",
        Confidentiality.Public => "public",
        _ => "internal",
    };
}
