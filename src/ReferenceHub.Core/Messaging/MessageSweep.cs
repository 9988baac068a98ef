using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>Takes away mails that were sent, and links that ran out, more than a year ago, some hundreds in a transaction. What was never sent stays.</summary>
public sealed class MessageSweep(ReferenceHubDbContext db, TimeProvider clock) : IRegularWork
{
    /// <summary>Days that sent mails, and links that have run out, are kept.</summary>
    public const int KeptDays = 365;

    private const int AtOnce = 500;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow().AddDays(-KeptDays);
        await BatchesAsync(inner => MailsAsync(before, inner), ct);
        await BatchesAsync(inner => KeysAsync(before, inner), ct);
        await BatchesAsync(inner => LinksAsync(before, inner), ct);
    }

    private async Task BatchesAsync(Func<CancellationToken, Task<int>> batch, CancellationToken ct)
    {
        while (await db.WriteAsync(batch, ct) == AtOnce)
        {
        }
    }

    private Task<int> MailsAsync(DateTime before, CancellationToken ct) => db.OutboxMessages
        .Where(mail => mail.CreatedAt < before && mail.State == OutboxState.Sent && mail.SentAt < before)
        .OrderBy(mail => mail.CreatedAt).Take(AtOnce).ExecuteDeleteAsync(ct);

    private Task<int> KeysAsync(DateTime before, CancellationToken ct)
    {
        var over = Over(before);
        return db.LinkKeys.Where(key => over.Any(link => link.Id == key.LinkId)).OrderBy(key => key.Id).Take(AtOnce).ExecuteDeleteAsync(ct);
    }

    // A share of content names its link for as long as it is remembered itself.
    private Task<int> LinksAsync(DateTime before, CancellationToken ct) => Over(before)
        .Where(link => link.Purpose != LinkPurpose.ContentShare && !db.LinkKeys.Any(key => key.LinkId == link.Id))
        .OrderBy(link => link.Id).Take(AtOnce).ExecuteDeleteAsync(ct);

    // A mail that has not left yet makes tokens for its links as it leaves.
    private IQueryable<SignedLink> Over(DateTime before) => db.SignedLinks.Where(link => link.ExpiresAt < before
        && !db.OutboxMessages.Any(mail => mail.State != OutboxState.Sent && (mail.LinkId == link.Id || mail.UnsubscribeLinkId == link.Id)));
}
