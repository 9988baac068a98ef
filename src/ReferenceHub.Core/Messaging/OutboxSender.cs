using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>
/// Sends what is due, at least once. A message is claimed for a few minutes first, so that two nodes do not send it at
/// once; a node that dies in between leaves it to the next round.
/// </summary>
public sealed class OutboxSender(
    ReferenceHubDbContext db, TimeProvider clock, IIds ids, IMailSender sender, MailSettings settings, SiteAddress site, Notices notices, ILogger<OutboxSender> log) : IRegularWork
{
    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        if (!sender.IsSetUp)
        {
            return;
        }

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
        var (message, link, stop) = await ClaimAsync(id, ct);
        if (message is null)
        {
            return;
        }

        var error = await TrySendAsync(message, link, stop, ct);
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
                    await TellIfDeadAsync(row, inner);
                }

                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            CancellationToken.None);
    }

    private async Task<(OutboxMessage? Message, string? Link, string? Stop)> ClaimAsync(Guid id, CancellationToken ct) => await db.WriteAsync<(OutboxMessage?, string?, string?)>(
        async inner =>
        {
            var now = clock.UtcNow();
            var message = await db.OutboxMessages.FirstOrDefaultAsync(m => m.Id == id && m.State == OutboxState.Waiting && m.DueAt <= now, inner);
            if (message is null)
            {
                return (null, null, null);
            }

            message.Claim(now, Lease);
            var link = message.LinkId is { } linkId ? site.Of($"/l/{NewToken(linkId, now)}") : null;
            var stop = message.UnsubscribeLinkId is { } stopId ? site.Of($"/l/{NewToken(stopId, now)}/unsubscribe") : null;
            await db.SaveChangesAsync(inner);
            return (message, link, stop);
        },
        ct);

    private string NewToken(Guid linkId, DateTime now)
    {
        var (key, token) = LinkKey.Make(ids.Next(), linkId, now);
        db.LinkKeys.Add(key);
        return token;
    }

    // Nobody is told by mail that a mail of that kind, or a digest that may hold it, failed: that would go round for ever.
    private async Task TellIfDeadAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.State != OutboxState.Dead || message.Kind is MessageKinds.MailFailed or MessageKinds.Digest)
        {
            return;
        }

        var those = Rights.BearersOf(Right.ManageSettings);
        var people = await db.Users.WhoCanSignIn().Where(user => (user.Roles & those) != 0).Select(user => user.Id).ToListAsync(ct);
        await notices.TellAsync(people, MessageKinds.MailFailed, $"A mail could not be delivered: {MessageCatalog.Find(message.Kind)?.Name ?? message.Kind}", null, "/admin/messages/outbox?state=Dead", null, ct);
    }

    private async Task<Exception?> TrySendAsync(OutboxMessage message, string? link, string? stop, CancellationToken ct)
    {
        try
        {
            using var mail = OutgoingMail.Of(message, link, stop, settings.From);
            await sender.SendAsync(mail, ct);
            return null;
        }
        catch (Exception error) when (error is SmtpException or IOException or FormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogWarning("Message {Message} of kind {Kind} was not sent: {Error}", message.Id, message.Kind, error.GetType().Name);
            return error;
        }
    }

    private static bool IsHopeless(Exception error) =>
        error is FormatException
        || error is SmtpException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.SyntaxError };
}
