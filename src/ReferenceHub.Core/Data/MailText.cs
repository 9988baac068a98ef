using System.Net.Mail;

namespace ReferenceHub.Core.Data;

/// <summary>Mail addresses as people give them.</summary>
public static class MailText
{
    /// <summary>Whether a text is one plain address, which a mail's head can carry: no name, no quotes, no blanks, no line breaks.</summary>
    public static bool IsAddress(string? text) =>
        text?.Trim() is { Length: > 0 } address
        && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or '"' or ',' or ';')
        && MailAddress.TryCreate(address, out var read)
        && read.Address == address;
}
