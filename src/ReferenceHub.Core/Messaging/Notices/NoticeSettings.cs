using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>How a person gets mails of each kind, and when; times are minutes after midnight in their zone.</summary>
public sealed record NoticeWishes(IReadOnlyDictionary<string, Delivery> Kinds, int QuietFrom, int QuietUntil, int DigestAt);

/// <summary>A person's own choice of what is mailed to them.</summary>
public sealed class NoticeSettings(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>The kinds that somebody with these roles may get, as an account owner or not.</summary>
    public static IEnumerable<MessageKind> KindsFor(Roles roles, bool ownsCustomers) =>
        MessageCatalog.All.Where(kind => kind.IsNotice && ((kind.ToOwners && ownsCustomers) || (kind.Needs is { } right ? roles.Bring(right) : !kind.ToOwners)));

    /// <summary>What holds for the person now.</summary>
    public async Task<NoticeWishes> ReadAsync(Viewer viewer, CancellationToken ct)
    {
        var chosen = await db.NoticeChoices.AsNoTracking().Where(choice => choice.UserId == viewer.UserId).ToDictionaryAsync(choice => choice.Kind, choice => choice.Delivery, ct);
        var hours = await db.NoticeHours.AsNoTracking().FirstOrDefaultAsync(row => row.UserId == viewer.UserId, ct) ?? new NoticeHours(viewer.UserId);
        return new NoticeWishes(
            KindsFor(viewer.Roles, ownsCustomers: true).ToDictionary(kind => kind.Key, kind => chosen.TryGetValue(kind.Key, out var delivery) ? delivery : kind.Usual), hours.QuietFrom, hours.QuietUntil, hours.DigestAt);
    }

    /// <summary>Chooses anew; what waits to be mailed follows the new choice.</summary>
    public Task<Outcome> SaveAsync(NoticeWishes wishes, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        return db.WriteAsync(
            async inner =>
            {
                var known = KindsFor(viewer.Roles, ownsCustomers: true).Select(kind => kind.Key).ToHashSet(StringComparer.Ordinal);
                var chosen = await db.NoticeChoices.Where(choice => choice.UserId == viewer.UserId).ToDictionaryAsync(choice => choice.Kind, inner);
                foreach (var (kind, delivery) in wishes.Kinds.Where(wish => known.Contains(wish.Key)))
                {
                    if (chosen.TryGetValue(kind, out var choice))
                    {
                        choice.Choose(delivery);
                    }
                    else
                    {
                        db.NoticeChoices.Add(new NoticeChoice(viewer.UserId, kind, delivery));
                    }
                }

                var hours = await db.NoticeHours.FirstOrDefaultAsync(row => row.UserId == viewer.UserId, inner);
                if (hours is null)
                {
                    hours = new NoticeHours(viewer.UserId);
                    db.NoticeHours.Add(hours);
                }

                hours.Choose(wishes.QuietFrom, wishes.QuietUntil, wishes.DigestAt);
                await db.SaveChangesAsync(inner);
                await PlanAgainAsync(viewer.UserId, wishes.Kinds, hours, inner);
                return Outcome.Done;
            },
            ct);
    }

    private async Task PlanAgainAsync(Guid userId, IReadOnlyDictionary<string, Delivery> kinds, NoticeHours hours, CancellationToken ct)
    {
        var zone = await db.Users.Where(user => user.Id == userId).Select(user => user.ZoneId).SingleAsync(ct);
        zone = Zones.Exists(zone) ? zone! : await db.ProgramZoneAsync(ct);
        foreach (var group in kinds.GroupBy(kind => kind.Value))
        {
            var those = group.Select(kind => kind.Key).ToList();
            var (mail, due) = Notices.When(group.Key, hours, zone, clock.UtcNow());
            await db.Notifications
                .Where(notice => notice.UserId == userId && (notice.Mail == NoticeMail.Waiting || notice.Mail == NoticeMail.Digest) && those.Contains(notice.Kind))
                .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Mail, mail).SetProperty(notice => notice.MailDueAt, due), ct);
        }
    }
}
