using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>
/// Tells people with an account: a line in the inbox, and a mail as each of them chose. Whoever stands in for somebody who is away is told
/// too. Rows are added to the context; the caller saves them together with their cause. Titles and texts hold only what the person may see.
/// </summary>
public sealed class Notices(ReferenceHubDbContext db, TimeProvider clock, IIds ids, StandIns standIns, OrganisationCache organisations)
{
    /// <summary>How long the mail of a notice waits for others that may come.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(2);

    /// <summary>Tells one person. <paramref name="path"/> leads to it on this site; <paramref name="kind"/> is one of <see cref="MessageKinds"/>.</summary>
    public Task TellAsync(Guid userId, string kind, string title, string? text, string path, CancellationToken ct) =>
        TellAsync([userId], kind, title, text, path, null, ct);

    /// <summary>Tells several people, each once; never <paramref name="except"/>, who did it.</summary>
    public async Task TellAsync(IReadOnlyCollection<Guid> userIds, string kind, string title, string? text, string path, Guid? except, CancellationToken ct)
    {
        var known = MessageCatalog.Of(kind);
        var away = await standIns.OfAsync(userIds, ct);
        var told = userIds.Concat(away.Values).Where(id => id != except).Distinct().ToList();
        var people = await db.Users.AsNoTracking().WhoCanSignIn()
            .Where(user => told.Contains(user.Id))
            .Select(user => new
            {
                user.Id,
                user.ZoneId,
                Hours = db.NoticeHours.FirstOrDefault(hours => hours.UserId == user.Id),
                Choice = db.NoticeChoices.Where(choice => choice.UserId == user.Id && choice.Kind == kind).Select(choice => (Delivery?)choice.Delivery).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var program = (await organisations.GetAsync(ct)).ZoneId;
        var now = clock.UtcNow();
        foreach (var person in people)
        {
            var zone = Zones.Exists(person.ZoneId) ? person.ZoneId! : program;
            var (mail, due) = known.IsNotice ? When(person.Choice ?? known.Usual, person.Hours, zone, now) : (NoticeMail.None, null);
            // What it says is meant for whoever is away; a stand-in reads it on the page, as far as they may.
            var (head, words) = userIds.Contains(person.Id) ? (title, text) : (known.Name, await InsteadAsync(away.First(pair => pair.Value == person.Id).Key, ct));
            db.Notifications.Add(new Notification(ids.Next(), person.Id, kind, head, words, path, now, mail, due));
        }
    }

    internal static (NoticeMail Mail, DateTime? DueAt) When(Delivery delivery, NoticeHours? hours, string zoneId, DateTime now) => delivery switch
    {
        Delivery.Now => (NoticeMail.Waiting, QuietHours.AwakeAt(hours, zoneId, now + Gathering)),
        Delivery.Digest => (NoticeMail.Digest, QuietHours.NextDigest(hours, zoneId, now)),
        _ => (NoticeMail.None, null),
    };

    private async Task<string> InsteadAsync(Guid awayId, CancellationToken ct) =>
        $"You stand in for {await db.Users.Where(user => user.Id == awayId).Select(user => user.Name).FirstAsync(ct)}.";
}
