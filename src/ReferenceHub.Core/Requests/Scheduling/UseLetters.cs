using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Writes to the sides of a use, each with their own calendar entry: agreed, moved, called off, coming up. A mail that still waits gives way to the newer one. Kinds that take place at no time need none. Part of the transaction at hand.</summary>
public sealed class UseLetters(ReferenceHubDbContext db, Letters letters, UsePartyFinder finder, UseEntries entries, UseLinks links, UseMails mails, SiteAddress site)
{
    /// <summary>A date was set, or moved from the one before (UTC), or takes place elsewhere: contact, prospect and requester get it in their calendars.</summary>
    internal async Task SetAsync(ReferenceRequest request, Candidate candidate, ActivityType type, DateTime? before, Moment moment, CancellationToken ct)
    {
        if (!type.HasTime)
        {
            return;
        }

        var moved = before is not null && before != candidate.ScheduledFor;
        var use = await UseAsync(request, candidate, type, ct);
        await ToContactAsync(use, moved ? MessageKinds.UseMoved : MessageKinds.UseScheduled, CalendarMethod.Request, ct);
        await ToProspectAsync(use, moved ? MessageKinds.ProspectMoved : MessageKinds.ProspectInvited, CalendarMethod.Request, ct);
        await ToRequesterAsync(use, before is null ? "Agreed" : moved ? "New time" : "New place", CalendarMethod.Request, ct);
        if (moment.Time.AddDays(moment.Now, 1) >= candidate.ScheduledFor)
        {
            // The letter that went out just now says it all.
            candidate.NoteUseReminder(moment.Now);
        }
    }

    /// <summary>The prospect's invitation alone: somebody said just now where it goes.</summary>
    internal async Task InviteAsync(ReferenceRequest request, Candidate candidate, ActivityType type, CancellationToken ct) => await ToProspectAsync(
        await UseAsync(request, candidate, type, ct), MessageKinds.ProspectInvited, CalendarMethod.Request, ct);

    /// <summary>The prospect is written to at another address than before: the use is called off there, where the link ends, and invited to at the new one.</summary>
    internal async Task RedirectAsync(ReferenceRequest request, Candidate candidate, ActivityType type, RequestNeed before, CancellationToken ct)
    {
        candidate.CallOff();
        var use = await UseAsync(request, candidate, type, ct);
        var old = use.Parties with { ProspectEmail = before.ProspectEmail, ProspectName = before.ProspectContact ?? use.Parties.ProspectName };
        await ToProspectAsync(use with { Parties = old }, MessageKinds.ProspectCancelled, CalendarMethod.Cancel, ct);
        await links.EndOfProspectAsync(candidate, ct);
        await ToProspectAsync(use, MessageKinds.ProspectInvited, CalendarMethod.Request, ct);
    }

    /// <summary>
    /// A use that had a date fell away: when it lay ahead it is taken out of the calendars it may stand in. Why is told to nobody outside. Answers whether
    /// the contact needs no other word of it; without one they would be left with a time that they picked, and an invitation that never came.
    /// </summary>
    internal async Task<bool> CallOffAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct)
    {
        if (candidate.ScheduledFor is not { } at || at <= moment.Now)
        {
            return candidate.ScheduledFor is not null;
        }

        var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, ct);
        if (!type.HasTime)
        {
            return true;
        }

        candidate.CallOff();
        var use = await UseAsync(request, candidate, type, ct);
        var told = await ToContactAsync(use, MessageKinds.UseCancelled, CalendarMethod.Cancel, ct);
        await ToProspectAsync(use, MessageKinds.ProspectCancelled, CalendarMethod.Cancel, ct);
        await ToRequesterAsync(use, "Called off", CalendarMethod.Cancel, ct);
        return told;
    }

    /// <summary>A business day before: contact and prospect are reminded.</summary>
    internal async Task RemindAsync(ReferenceRequest request, Candidate candidate, ActivityType type, CancellationToken ct)
    {
        var use = await UseAsync(request, candidate, type, ct);
        await ToContactAsync(use, MessageKinds.UseReminder, null, ct);
        await ToProspectAsync(use, MessageKinds.UseReminder, null, ct);
    }

    /// <summary>Times were offered to a contact who was asked: they can pick one.</summary>
    internal async Task OfferAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct)
    {
        var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, ct);
        var use = await UseAsync(request, candidate, type, ct);
        var times = string.Join("; ", candidate.OpenTimes().Where(slot => slot.OfferedBy != Party.Customer).Select(slot => UseWords.When(slot.StartsAt, use.Parties.ContactZone, use.Parties.ContactLanguage)));
        await ToContactAsync(use, MessageKinds.TimesOffered, null, ct, times);
    }

    // Answers whether anything was written.
    private async Task<bool> ToContactAsync(Use use, string kind, CalendarMethod? method, CancellationToken ct, string? times = null)
    {
        var parties = use.Parties;
        var isNew = method is not null && !use.Post.Overtake(UseRole.Contact, parties.ContactEmail);
        if (parties.ContactEmail is not { } address || (isNew && method == CalendarMethod.Cancel))
        {
            return false;
        }

        kind = isNew && kind == MessageKinds.UseMoved ? MessageKinds.UseScheduled : kind;

        var values = Values(use, parties.ContactLanguage, parties.ContactZone, parties.ProspectZone);
        values["prospect"] = parties.ProspectTold;
        values["purpose"] = use.Request.WantToKnow;
        values["times"] = times;
        var link = kind == MessageKinds.UseCancelled ? null : await links.OfContactAsync(use.Candidate, ct);
        await letters.WriteAsync(
            new Letter(kind, new Recipient(parties.Contact!, address, parties.ContactLanguage, parties.ContactZone), values, use.Type.Key, link, await PartAsync(use, UseRole.Contact, method, ct), parties.RequesterEmail), ct);
        return true;
    }

    private async Task ToProspectAsync(Use use, string kind, CalendarMethod? method, CancellationToken ct)
    {
        var parties = use.Parties;
        var isNew = method is not null && !use.Post.Overtake(UseRole.Prospect, parties.ProspectEmail);
        if (parties.ProspectEmail is not { } address || (isNew && method == CalendarMethod.Cancel))
        {
            return;
        }

        kind = isNew && kind == MessageKinds.ProspectMoved ? MessageKinds.ProspectInvited : kind;

        var values = Values(use, parties.ProspectLanguage, parties.ProspectZone, parties.ContactZone);
        values["customer"] = parties.CustomerTold;
        values["contact"] = parties.ContactTold;
        if (kind == MessageKinds.UseReminder)
        {
            values["prospect"] = parties.CustomerTold;
        }

        var link = kind == MessageKinds.ProspectCancelled ? null : await links.OfProspectAsync(use.Candidate, ct);
        await letters.WriteAsync(
            new Letter(kind, new Recipient(parties.ProspectName, address, parties.ProspectLanguage, parties.ProspectZone), values, use.Type.Key, link, await PartAsync(use, UseRole.Prospect, method, ct), parties.RequesterEmail), ct);
    }

    private async Task ToRequesterAsync(Use use, string title, CalendarMethod method, CancellationToken ct)
    {
        var parties = use.Parties;
        var isNew = !use.Post.Overtake(UseRole.Requester, parties.RequesterEmail);
        if (parties.RequesterEmail is not { } address || (isNew && method == CalendarMethod.Cancel))
        {
            return;
        }

        var values = Values(use, MailLanguages.Fallback, parties.RequesterZone, parties.ContactZone);
        values["title"] = isNew ? "Agreed" : title;
        values["customer"] = parties.Customer;
        values["contact"] = parties.Contact;
        values["prospect"] = parties.ProspectTold;
        values["number"] = use.Request.Number.ToString(CultureInfo.InvariantCulture);
        values["address"] = site.Of(string.Create(CultureInfo.InvariantCulture, $"/requests/{use.Request.Number}"));
        await letters.WriteAsync(
            new Letter(MessageKinds.UseEntry, new Recipient(parties.Requester, address, MailLanguages.Fallback, parties.RequesterZone, use.Request.RequesterId), values, use.Type.Key, null, await PartAsync(use, UseRole.Requester, method, ct)), ct);
    }

    private static Dictionary<string, string?> Values(Use use, string language, string zone, string theirs) => new(StringComparer.Ordinal)
    {
        ["requester"] = use.Parties.Requester,
        ["activity"] = UseWords.Activity(use.Type, language),
        ["minutes"] = use.Type.Minutes == 0 ? null : use.Type.Minutes.ToString(CultureInfo.InvariantCulture),
        ["when"] = use.Candidate.ScheduledFor is { } at ? UseWords.When(at, zone, language) : null,
        ["when_theirs"] = use.Candidate.ScheduledFor is { } same && theirs != zone ? UseWords.When(same, theirs, language) : null,
        ["place"] = use.Candidate.Place,
        ["expect"] = use.Type.ExpectIn(language),
    };

    private async Task<CalendarPart?> PartAsync(Use use, UseRole role, CalendarMethod? method, CancellationToken ct) =>
        method is { } ask ? CalendarText.Of(await entries.OfAsync(use.Request, use.Candidate, use.Type, use.Parties, role, ct), ask) : null;

    private async Task<Use> UseAsync(ReferenceRequest request, Candidate candidate, ActivityType type, CancellationToken ct) =>
        new(request, candidate, type, await finder.OfAsync(request, candidate, ct), await mails.OfAsync(candidate, ct));

    private sealed record Use(ReferenceRequest Request, Candidate Candidate, ActivityType Type, UseParties Parties, UsePost Post);
}
