namespace ReferenceHub.Core.References;

/// <summary>The host of a web address as companies are known by: "https://www.Alpenbank.example/de" is "alpenbank.example".</summary>
public static class WebDomain
{
    /// <summary>Longest domain, in characters.</summary>
    public const int Length = 253;

    /// <summary>The domain of an address with or without its scheme; null where there is none.</summary>
    public static string? Of(string? address)
    {
        var trimmed = address?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        var whole = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : "https://" + trimmed;
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var uri) || uri.HostNameType != UriHostNameType.Dns || !uri.Host.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return host.Length is 0 or > Length ? null : host;
    }
}
