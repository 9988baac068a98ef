using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>Writes letters from the edited or shipped text of their kind into the outbox; the caller saves them together with their cause.</summary>
public sealed class Letters(ReferenceHubDbContext db, TimeProvider clock, IIds ids, OrganisationCache organisations)
{
    /// <summary>Adds the letter to the context. It waits for the end of the recipient's quiet hours, unless somebody waits for its kind.</summary>
    public async Task<OutboxMessage> WriteAsync(Letter letter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var kind = MessageCatalog.Of(letter.Kind);
        var organisation = await organisations.GetAsync(ct);
        var (language, text) = await TextAsync(kind, letter.To.Language, letter.ActivityKey, ct);
        var written = LetterPress.Write(text, language, Values(letter, organisation.Name), LetterFooters.Of(language, organisation.Name, letter.Stop is not null));

        var now = clock.UtcNow();
        // A subject of places alone may come out empty.
        var subject = written.Subject.Length > 0 ? written.Subject : kind.Name;
        var message = new OutboxMessage(ids.Next(), now, kind.Key, letter.To.Address, subject, Guard.Cut(written.Text, OutboxMessage.BodyLength), letter.Link?.Id);
        if (written.Html.Length <= OutboxMessage.HtmlLength)
        {
            message.DressAs(written.Html);
        }

        if (letter.Calendar is { } calendar)
        {
            message.Attach(calendar.Text, calendar.Method);
        }

        if (letter.ReplyTo is { } answerTo)
        {
            message.AnswerTo(answerTo);
        }

        if (letter.Stop is { } stop)
        {
            message.OfferToStop(stop.Id);
        }

        if (!kind.AtOnce)
        {
            message.WaitUntil(await AwakeAtAsync(letter.To, organisation.ZoneId, now, ct));
        }

        db.OutboxMessages.Add(message);
        return message;
    }

    /// <summary>The text of a kind in the best language there is for a reader: edited for the activity type, edited for all, or shipped.</summary>
    public async Task<(string Language, MessageText Text)> TextAsync(MessageKind kind, string? reads, string? activityKey, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var language = kind.Languages.Contains(reads, StringComparer.Ordinal) ? reads! : MailLanguages.Fallback;
        var activity = activityKey ?? "";
        var edited = await db.MessageTemplates.AsNoTracking()
            .Where(row => row.Kind == kind.Key && row.Language == language && (row.ActivityKey == "" || row.ActivityKey == activity))
            .ToListAsync(ct);
        var row = edited.MaxBy(template => template.ActivityKey.Length);
        return (language, row is null ? ShippedTexts.Of(kind, language) : new MessageText(row.Subject, row.Body));
    }

    private static Dictionary<string, string?> Values(Letter letter, string organisation)
    {
        var values = new Dictionary<string, string?>(letter.Values, StringComparer.Ordinal);
        values.TryAdd("name", letter.To.Name);
        values.TryAdd("organisation", organisation);
        if (letter.Link is not null)
        {
            values["link"] = OutboxMessage.LinkPlace;
        }

        return values;
    }

    private async Task<DateTime> AwakeAtAsync(Recipient to, string programZone, DateTime now, CancellationToken ct)
    {
        var hours = to.UserId is { } userId ? await db.NoticeHours.AsNoTracking().FirstOrDefaultAsync(row => row.UserId == userId, ct) : null;
        return QuietHours.AwakeAt(hours, Zones.Exists(to.ZoneId) ? to.ZoneId! : programZone, now);
    }
}
