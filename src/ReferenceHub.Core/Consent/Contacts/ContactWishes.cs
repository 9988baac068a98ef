using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Consent;

/// <summary>What a contact says of how much they are willing to do.</summary>
/// <param name="Willing">Kinds they may be asked for.</param>
/// <param name="MinutesPerQuarter">Most minutes in 90 days; the program's limit when null.</param>
/// <param name="UsesPerQuarter">Most uses in 90 days; the program's limits when null.</param>
/// <param name="Wishes">Wishes in words.</param>
public sealed record ContactLimits(IReadOnlyList<PermissionScope> Willing, int? MinutesPerQuarter, int? UsesPerQuarter, string? Wishes);

/// <summary>A contact's own limits and pauses, set behind their link; they bind from the next ask on, and the account owner is told.</summary>
public sealed class ContactWishes(ReferenceHubDbContext db, TimeProvider clock, IIds ids, SignedLinks links, HistoryLog history, Notices notices)
{
    /// <summary>Longest pause, in days.</summary>
    public const int MostPauseDays = 366;

    /// <summary>Changes what they are willing to do, and how much of it.</summary>
    public Task<Outcome> LimitAsync(ContactPage page, ContactLimits limits, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return ChangeAsync(page, LinkPurpose.ContactLimits, "changed their limits", contact =>
        {
            contact.Agree(limits.Willing, limits.MinutesPerQuarter, limits.Wishes);
            contact.LimitUses(limits.UsesPerQuarter);
        }, ct);
    }

    /// <summary>Pauses through a day, or ends the pause.</summary>
    public async Task<Outcome> PauseAsync(ContactPage page, DateOnly? until, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        if (until < today || until > today.AddDays(MostPauseDays))
        {
            return Outcome.Refuse("pause.wrong-day", "Until");
        }

        var what = until is { } day ? $"pauses until {day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : "ended their pause";
        return await ChangeAsync(page, LinkPurpose.ContactPause, what, contact => contact.Pause(until), ct);
    }

    /// <summary>Most characters of what a contact says is wrong with their record; it is kept whole behind their name.</summary>
    public static int MostWords(ContactPage page) => FollowUp.TextLength - Says(page, "").Length;

    /// <summary>Writes down for the account owner, or a program manager, what the contact says is wrong with their record.</summary>
    public Task<Outcome> CorrectAsync(ContactPage page, string words, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            if (words.Trim().Length > MostWords(page))
            {
                return Outcome.Refuse("answer.long", "Wrong");
            }

            if (await links.UseAsync(page.LinkId, LinkPurpose.ContactRecord, stop) is { } dead)
            {
                return dead;
            }

            var desk = await PullDesk.OpenAsync(db, page.Viewer, stop);
            var today = await db.ProgramDayAsync(clock.UtcNow(), stop);
            var text = Says(page, words.Trim());
            db.FollowUps.Add(new FollowUp(ids.Next(), SourceKind.Customer, page.Customer.Id, text, today, desk.Present(page.Customer.OwnerId) ?? desk.Manager(), page.Viewer.UserId, clock.UtcNow()));
            history.Record(page.Viewer, SubjectKind.Customer, page.Customer.Id, "contact-correction", $"{page.Contact.Name} asked by link to correct their record");
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);

    private static string Says(ContactPage page, string words) => $"{page.Contact.Name} says of their record: {words}";

    private Task<Outcome> ChangeAsync(ContactPage page, LinkPurpose purpose, string what, Action<Contact> change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        return db.WriteAsync(
            async stop =>
            {
                if (await links.UseAsync(page.LinkId, purpose, stop) is { } dead)
                {
                    return dead;
                }

                // Before the limits change: an ask that reserves at the same moment starts again and finds them.
                await db.HoldLedgerAsync(page.Customer.Id, stop);
                var contact = await db.Contacts.SingleOrDefaultAsync(row => row.Id == page.Contact.Id && row.LeftAt == null, stop) ?? throw new MissingException("contact");
                var before = ContactEdit.Of(contact);
                change(contact);
                var changes = EditMerge.Changes(ContactFields.All, before, ContactEdit.Of(contact), await EditNames.ReadAsync(db, [], stop));
                if (changes.Count > 0)
                {
                    history.Record(page.Viewer, SubjectKind.Customer, page.Customer.Id, "contact-edited", $"{contact.Name} {what}, by link", changes);
                    await TellAsync(page, what, stop);
                }

                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    private Task TellAsync(ContactPage page, string what, CancellationToken ct) => page.Customer.OwnerId is { } owner
        ? notices.TellAsync(owner, MessageKinds.ContactChanged, $"{page.Contact.Name} of {page.Customer.Name} {what}", null, $"/references/{page.Customer.Id}", ct)
        : Task.CompletedTask;
}
