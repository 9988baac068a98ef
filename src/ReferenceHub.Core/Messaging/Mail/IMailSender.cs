using System.Net.Mail;

namespace ReferenceHub.Core.Messaging;

/// <summary>Hands one mail on; throws when it could not.</summary>
public interface IMailSender
{
    /// <summary>Whether there is anything to hand mails to; until then messages wait, and no try is counted.</summary>
    bool IsSetUp => true;

    /// <summary>Sends, or throws <see cref="SmtpException"/> or <see cref="IOException"/>.</summary>
    Task SendAsync(MailMessage mail, CancellationToken ct);
}

/// <summary>Sends through the configured server, one connection a mail, so that a half-open one is never used again.</summary>
public sealed class SmtpMailSender(MailSettings settings) : IMailSender
{
    /// <inheritdoc/>
    public bool IsSetUp => !string.IsNullOrWhiteSpace(settings.Host);

    /// <inheritdoc/>
    public async Task SendAsync(MailMessage mail, CancellationToken ct)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (!string.IsNullOrEmpty(settings.User))
        {
            client.Credentials = new System.Net.NetworkCredential(settings.User, settings.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(mail, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SmtpException(SmtpStatusCode.GeneralFailure, "The mail server did not answer in time.");
        }
    }
}

/// <summary>Writes each mail as an .eml file into a folder, where it appears whole.</summary>
public sealed class FolderMailSender(MailSettings settings) : IMailSender
{
    /// <inheritdoc/>
    public async Task SendAsync(MailMessage mail, CancellationToken ct)
    {
        var folder = Path.GetFullPath(settings.Folder!);
        Directory.CreateDirectory(folder);
        var desk = Directory.CreateDirectory(Path.Combine(folder, $".{Path.GetRandomFileName()}"));
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = desk.FullName };
            await client.SendMailAsync(mail, ct);
            foreach (var written in desk.GetFiles())
            {
                written.MoveTo(Path.Combine(folder, written.Name));
            }
        }
        finally
        {
            desk.Delete(recursive: true);
        }
    }
}
