using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Words and icons of content.</summary>
public static class ContentLook
{
    /// <summary>Icon of a kind.</summary>
    public static string Icon(AssetKind kind) => kind switch
    {
        AssetKind.Story => "file-text",
        AssetKind.Video => "video",
        AssetKind.Quote => "quote",
        AssetKind.Logo => "photo",
        AssetKind.Slide => "presentation",
        AssetKind.Review => "star",
        _ => "file",
    };

    /// <summary>Who may read it.</summary>
    public static string Of(Confidentiality confidentiality) => confidentiality switch
    {
        Confidentiality.Public => "Public",
        Confidentiality.Shareable => "Shareable with prospects",
        _ => "Internal",
    };

    /// <summary>Size of a file.</summary>
    public static string Size(int bytes) => bytes switch
    {
        >= 1024 * 1024 => $"{(bytes / 1024.0 / 1024.0).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} MB",
        >= 1024 => $"{(bytes + 512) / 1024} KB",
        _ => $"{bytes} bytes",
    };
}
