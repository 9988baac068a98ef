using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>What a link calls off: mails of one kind, or all of them, to one person.</summary>
public sealed record NoticeStop(string Name, string? Kind);

/// <summary>Calling off mails of a kind by the link under each of them. Looking changes nothing; calling off twice is harmless.</summary>
public sealed class NoticeStops(ReferenceHubDbContext db, TimeProvider clock, SignedLinks links)
{
    private const int MostUses = 50;
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);
    private static readonly TimeSpan LeastLeft = TimeSpan.FromDays(30);

    /// <summary>The link by which a person calls off a kind: the one given before while it has long to go, or a new one in the context.</summary>
    internal async Task<SignedLink> LinkAsync(Guid userId, string kind, CancellationToken ct)
    {
        var until = clock.UtcNow() + LeastLeft;
        return db.SignedLinks.Local.FirstOrDefault(link => link.Purpose == LinkPurpose.Unsubscribe && link.SubjectId == userId && link.About == kind)
            ?? await db.SignedLinks.FirstOrDefaultAsync(
                link => link.SubjectId == userId && link.Purpose == LinkPurpose.Unsubscribe && link.About == kind && link.RevokedAt == null && link.ExpiresAt > until && link.Uses < link.MostUses, ct)
            ?? links.Give(LinkPurpose.Unsubscribe, userId, Life, MostUses).For(userId, kind);
    }

    /// <summary>What the link calls off; null when it does not work.</summary>
    public async Task<NoticeStop?> FindAsync(string token, CancellationToken ct) => await OpenAsync(token, ct) is var (_, user, kind) ? new NoticeStop(user.Name, kind?.Name) : null;

    /// <summary>Calls it off; the inbox of the product has it all the same. Null when the link does not work.</summary>
    public Task<NoticeStop?> StopAsync(string token, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            if (await OpenAsync(token, inner) is not var (link, user, kind))
            {
                return null;
            }

            var kinds = kind is null ? MessageCatalog.All.Where(one => one.IsNotice).Select(one => one.Key).ToList() : [kind.Key];
            var choices = await db.NoticeChoices.Where(choice => choice.UserId == user.Id).ToDictionaryAsync(choice => choice.Kind, inner);
            foreach (var key in kinds)
            {
                if (choices.TryGetValue(key, out var choice))
                {
                    choice.Choose(Delivery.Off);
                }
                else
                {
                    db.NoticeChoices.Add(new NoticeChoice(user.Id, key, Delivery.Off));
                }
            }

            link.Use(clock.UtcNow());
            await db.Notifications.Where(notice => notice.UserId == user.Id && kinds.Contains(notice.Kind) && (notice.Mail == NoticeMail.Waiting || notice.Mail == NoticeMail.Digest))
                .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Mail, NoticeMail.None).SetProperty(notice => notice.MailDueAt, (DateTime?)null), inner);
            await db.SaveChangesAsync(inner);
            return new NoticeStop(user.Name, kind?.Name);
        },
        ct);

    // A digest holds many kinds: calling it off is calling off all.
    private async Task<(SignedLink Link, User User, MessageKind? Kind)?> OpenAsync(string token, CancellationToken ct)
    {
        if (await links.FindOpenAsync(token, ct) is not { Purpose: LinkPurpose.Unsubscribe } link
            || await db.Users.FirstOrDefaultAsync(user => user.Id == link.SubjectId && user.DeactivatedAt == null, ct) is not { } user)
        {
            return null;
        }

        return link.About == MessageKinds.Digest ? (link, user, null) : MessageCatalog.Find(link.About) is { IsNotice: true } kind ? (link, user, kind) : null;
    }
}
