using System.Net.Mail;

namespace ReferenceHub.Core.Data;

/// <summary>Mail addresses as people give them.</summary>
public static class MailText
{
    private const string Marks = "<>\",;?\\[]()";

    /// <summary>Whether a text is one plain address, which a mail's head and a link can carry: no name, no quotes, no blanks, no line breaks; a domain with a dot, a mailbox in plain letters.</summary>
    public static bool IsAddress(string? text) =>
        text?.Trim() is { Length: > 0 } address
        && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || Marks.Contains(letter, StringComparison.Ordinal))
        && MailAddress.TryCreate(address, out var read)
        && read.Address == address
        && read.User.All(char.IsAscii)
        && read.Host.Contains('.', StringComparison.Ordinal);
}
