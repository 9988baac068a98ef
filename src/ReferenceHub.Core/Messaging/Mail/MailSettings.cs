namespace ReferenceHub.Core.Messaging;

/// <summary>How mail leaves: a server, or a folder to pick it up from; read from the configuration section "Mail".</summary>
public sealed class MailSettings
{
    /// <summary>Name of the mail server; empty when mail is not set up.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 25;

    /// <summary>Whether the connection is upgraded to TLS before anything is said.</summary>
    public bool StartTls { get; set; }

    /// <summary>Name to sign in to the server with, if it asks.</summary>
    public string? User { get; set; }

    /// <summary>Password to sign in to the server with.</summary>
    public string? Password { get; set; }

    /// <summary>Sender of all mail.</summary>
    public string From { get; set; } = "referencehub@localhost";

    /// <summary>Folder that mails are written to instead of being sent.</summary>
    public string? Folder { get; set; }

    /// <summary>Longest time one mail may take, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 20;
}

/// <summary>Where the product is reached from outside: absolute links come from here, never from a request.</summary>
public sealed record SiteAddress(Uri Root)
{
    /// <summary>The absolute address of a path such as "/requests/12".</summary>
    public string Of(string path) => new Uri(Root, path).ToString();
}
