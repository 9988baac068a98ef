using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>
/// Turns notices into mails when their time comes. Of one person a few go out one by one; more become one digest, and while they keep
/// coming it waits a little. What was read meanwhile is not mailed. Marking and writing are one transaction, so that of two nodes one mails.
/// </summary>
public sealed class NoticeMails(ReferenceHubDbContext db, TimeProvider clock, Letters letters, NoticeStops stops, SiteAddress site) : IRegularWork
{
    /// <summary>Most notices that go out each in a mail of its own; more become one digest.</summary>
    public const int Few = 5;

    /// <summary>Longest time a digest waits while notices keep coming.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(15);

    private const int MostListed = 40;
    private const int MostOfAText = 200;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var people = await db.Notifications
            .Where(notice => (notice.Mail == NoticeMail.Waiting || notice.Mail == NoticeMail.Digest) && notice.MailDueAt <= now)
            .Select(notice => notice.UserId).Distinct().ToListAsync(ct);
        await EachInTurn.RunAsync(people, person => db.WriteAsync(stop => MailAsync(person, now, stop), ct));
    }

    private async Task<Outcome> MailAsync(Guid userId, DateTime now, CancellationToken ct)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(user => user.Id == userId, ct);
        var pending = db.Notifications.Where(notice => notice.UserId == userId && (notice.Mail == NoticeMail.Waiting || notice.Mail == NoticeMail.Digest));
        var mayMail = person.CanSignIn();
        await pending.Where(notice => !mayMail || notice.ReadAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Mail, NoticeMail.None).SetProperty(notice => notice.MailDueAt, (DateTime?)null), ct);
        if (!mayMail)
        {
            return Outcome.Done;
        }

        var hours = await db.NoticeHours.AsNoTracking().FirstOrDefaultAsync(row => row.UserId == userId, ct);
        var zone = Zones.Exists(person.ZoneId) ? person.ZoneId! : await db.ProgramZoneAsync(ct);
        if (QuietHours.AwakeAt(hours, zone, now) is var awake && awake > now)
        {
            await pending.Where(notice => notice.Mail == NoticeMail.Waiting && notice.MailDueAt <= now).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.MailDueAt, awake), ct);
        }
        else
        {
            await GatheredAsync(person, now, ct);
        }

        if (await db.Notifications.AnyAsync(notice => notice.UserId == userId && notice.Mail == NoticeMail.Digest && notice.MailDueAt <= now, ct))
        {
            await DigestAsync(person, await TakeAsync(userId, NoticeMail.Digest, ct), ct);
        }

        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }

    private async Task GatheredAsync(User person, DateTime now, CancellationToken ct)
    {
        var waiting = await db.Notifications.AsNoTracking().Where(notice => notice.UserId == person.Id && notice.Mail == NoticeMail.Waiting)
            .GroupBy(notice => notice.UserId)
            .Select(all => new { Count = all.Count(), First = all.Min(notice => notice.At), Last = all.Max(notice => notice.At), DueAt = all.Min(notice => notice.MailDueAt) })
            .FirstOrDefaultAsync(ct);
        var keepsComing = waiting is not null && waiting.Count > Few && waiting.Last > now - Notices.Gathering && waiting.First > now - LongestHold;
        if (waiting is null || waiting.DueAt > now || keepsComing)
        {
            return;
        }

        var taken = await TakeAsync(person.Id, NoticeMail.Waiting, ct);
        if (taken.Count > Few)
        {
            await DigestAsync(person, taken, ct);
            return;
        }

        foreach (var notice in taken)
        {
            var values = new Dictionary<string, string?> { ["title"] = notice.Title, ["text"] = notice.Text, ["address"] = site.Of(notice.Path) };
            await letters.WriteAsync(new Letter(notice.Kind, To(person), values, Stop: await stops.LinkAsync(person.Id, notice.Kind, ct)), ct);
        }
    }

    // Whoever marks them mails them: when another node was faster, or one more came in between, this starts again on fresh rows.
    private async Task<List<Notification>> TakeAsync(Guid userId, NoticeMail was, CancellationToken ct)
    {
        var those = db.Notifications.Where(notice => notice.UserId == userId && notice.Mail == was);
        var taken = await those.AsNoTracking().OrderBy(notice => notice.At).ThenBy(notice => notice.Id).ToListAsync(ct);
        var marked = await those.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Mail, NoticeMail.Mailed).SetProperty(notice => notice.MailDueAt, (DateTime?)null), ct);
        return marked == taken.Count ? taken : throw new DbUpdateConcurrencyException("Others took these notices, or added to them.");
    }

    private async Task DigestAsync(User person, List<Notification> notices, CancellationToken ct)
    {
        var values = new Dictionary<string, string?>
        {
            ["count"] = notices.Count == 1 ? "1 message" : $"{notices.Count.ToString(CultureInfo.InvariantCulture)} messages",
            ["items"] = Items(notices),
            ["address"] = site.Of("/account/inbox"),
        };
        await letters.WriteAsync(new Letter(MessageKinds.Digest, To(person), values, Stop: await stops.LinkAsync(person.Id, MessageKinds.Digest, ct)), ct);
    }

    private static Recipient To(User person) => new(person.Name, person.Email!, null, person.ZoneId, person.Id);

    private string Items(List<Notification> notices)
    {
        var items = new StringBuilder();
        foreach (var notice in notices.TakeLast(MostListed))
        {
            items.Append(CultureInfo.InvariantCulture, $"- [{Places.Escape(notice.Title)}]({Places.Escape(site.Of(notice.Path))})");
            items.Append(notice.Text is { } text ? $"\\\n  {Places.Escape(text.Length > MostOfAText ? Guard.Cut(text, MostOfAText) + "…" : text)}\n" : "\n");
        }

        var more = notices.Count - MostListed;
        return more > 0 ? items.Append(CultureInfo.InvariantCulture, $"- and {more} more in your inbox\n").ToString() : items.ToString();
    }
}
