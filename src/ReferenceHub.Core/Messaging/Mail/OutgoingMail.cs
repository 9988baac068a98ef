using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace ReferenceHub.Core.Messaging;

/// <summary>Makes the mail of a message: plain text, the same as HTML, and a calendar entry, each as its own part.</summary>
internal static class OutgoingMail
{
    /// <summary>The mail; the addresses of its own link and of the one that calls its kind off stand in it alone.</summary>
    public static MailMessage Of(OutboxMessage message, string? link, string? stop, string from)
    {
        var mail = new MailMessage(new MailAddress(from), new MailAddress(message.Address)) { Subject = message.Subject, SubjectEncoding = Encoding.UTF8 };
        try
        {
            mail.Headers.Add("Message-ID", $"<{message.Id:N}@{new MailAddress(from).Host}>");
            mail.Headers.Add("Auto-Submitted", "auto-generated");
            if (message.ReplyTo is { } answerTo)
            {
                mail.ReplyToList.Add(new MailAddress(answerTo));
            }

            if (stop is not null)
            {
                mail.Headers.Add("List-Unsubscribe", $"<{stop}>");
                mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }

            Fill(mail, message, text => WithLinks(text, link, stop));
            return mail;
        }
        catch
        {
            mail.Dispose();
            throw;
        }
    }

    private static void Fill(MailMessage mail, OutboxMessage message, Func<string, string> withLinks)
    {
        mail.Body = Lines(withLinks(message.Body));
        mail.BodyEncoding = Encoding.UTF8;
        mail.BodyTransferEncoding = TransferEncoding.QuotedPrintable;
        if (message.Html is { } html)
        {
            mail.AlternateViews.Add(Part(Lines(withLinks(html)), "text/html", TransferEncoding.QuotedPrintable));
        }

        if (message.Calendar is { } calendar)
        {
            // Calendars that read mail take the part; people whose program does not read it open the file.
            var entry = calendar.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n";
            var part = Part(entry, "text/calendar", TransferEncoding.Base64);
            part.ContentType.Parameters.Add("method", message.CalendarMethod!);
            mail.AlternateViews.Add(part);
            mail.Attachments.Add(new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(entry)), "invite.ics", "application/ics") { TransferEncoding = TransferEncoding.Base64 });
        }
    }

    private static AlternateView Part(string text, string type, TransferEncoding encoding)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = encoding;
        return view;
    }

    private static string WithLinks(string text, string? link, string? stop) => text
        .Replace(OutboxMessage.LinkPlace, link ?? OutboxMessage.LinkPlace, StringComparison.Ordinal)
        .Replace(OutboxMessage.StopPlace, stop ?? OutboxMessage.StopPlace, StringComparison.Ordinal);

    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");
}
