using System.Net.Mail;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>
/// Sends what is due, at least once. A message is claimed for a few minutes first, so that two nodes do not send it at
/// once; a node that dies in between leaves it to the next round.
/// </summary>
public sealed class OutboxSender(
    ReferenceHubDbContext db, TimeProvider clock, IIds ids, IMailSender sender, MailSettings settings, SiteAddress site, ILogger<OutboxSender> log) : IRegularWork
{
    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = await db.OutboxMessages
            .Where(message => message.State == OutboxState.Waiting && message.DueAt <= now)
            .OrderBy(message => message.DueAt)
            .Select(message => message.Id)
            .Take(Batch)
            .ToListAsync(ct);
        foreach (var id in due)
        {
            await SendOneAsync(id, ct);
        }
    }

    private async Task SendOneAsync(Guid id, CancellationToken ct)
    {
        var (message, token) = await ClaimAsync(id, ct);
        if (message is null)
        {
            return;
        }

        var error = await TrySendAsync(message, token, ct);
        await db.WriteAsync(
            async inner =>
            {
                var row = await db.OutboxMessages.FirstAsync(m => m.Id == id, inner);
                if (error is null)
                {
                    row.Sent(clock.UtcNow());
                }
                else
                {
                    row.Failed(clock.UtcNow(), error.Message, IsHopeless(error));
                }

                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            CancellationToken.None);
    }

    private async Task<(OutboxMessage? Message, string? Token)> ClaimAsync(Guid id, CancellationToken ct) => await db.WriteAsync<(OutboxMessage?, string?)>(
        async inner =>
        {
            var now = clock.UtcNow();
            var message = await db.OutboxMessages.FirstOrDefaultAsync(m => m.Id == id && m.State == OutboxState.Waiting && m.DueAt <= now, inner);
            if (message is null)
            {
                return (null, null);
            }

            message.Claim(now, Lease);
            string? token = null;
            if (message.LinkId is { } linkId)
            {
                (var key, token) = LinkKey.Make(ids.Next(), linkId, now);
                db.LinkKeys.Add(key);
            }

            await db.SaveChangesAsync(inner);
            return (message, token);
        },
        ct);

    private async Task<Exception?> TrySendAsync(OutboxMessage message, string? token, CancellationToken ct)
    {
        try
        {
            using var mail = new MailMessage(settings.From, message.Address)
            {
                Subject = message.Subject,
                SubjectEncoding = Encoding.UTF8,
                Body = token is null ? message.Body : message.Body.Replace(OutboxMessage.LinkPlace, site.Of($"/l/{token}"), StringComparison.Ordinal),
                BodyEncoding = Encoding.UTF8,
                BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
            };
            mail.Headers.Add("Message-ID", $"<{message.Id:N}@{new MailAddress(settings.From).Host}>");
            mail.Headers.Add("Auto-Submitted", "auto-generated");
            await sender.SendAsync(mail, ct);
            return null;
        }
        catch (Exception error) when (error is SmtpException or IOException or MailNotSetUpException or FormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogWarning("Message {Message} of kind {Kind} was not sent: {Error}", message.Id, message.Kind, error.GetType().Name);
            return error;
        }
    }

    private static bool IsHopeless(Exception error) =>
        error is FormatException
        || error is SmtpException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.SyntaxError };
}
