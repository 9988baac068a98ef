using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Values;

/// <summary>The domain of a company's e-mail address; null for those that anybody can have.</summary>
public static class MailDomain
{
    private static readonly HashSet<string> Anybodys = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "yahoo.de", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net",
        "gmx.com", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "proton.me", "protonmail.com", "bluewin.ch", "orange.fr", "free.fr", "libero.it", "qq.com", "163.com",
    };

    /// <summary>The domain.</summary>
    public static string? Of(string? address)
    {
        var at = address?.LastIndexOf('@') ?? -1;
        return at < 1 || WebDomain.Of(address![(at + 1)..]) is not { } domain || Anybodys.Contains(domain) ? null : domain;
    }
}
