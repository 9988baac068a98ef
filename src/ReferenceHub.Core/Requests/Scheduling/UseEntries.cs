using System.Net.Mail;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Which side of a use somebody is on.</summary>
public enum UseRole
{
    /// <summary>The customer's contact.</summary>
    Contact,

    /// <summary>The prospect.</summary>
    Prospect,

    /// <summary>Who asked.</summary>
    Requester,
}

/// <summary>Makes the calendar entry of a use for one side: each knows of the other what they may know, and nobody else's address stands in it.</summary>
public sealed class UseEntries(MailSettings mail, OrganisationCache organisations, TimeProvider clock)
{
    /// <summary>The entry of a candidate that has a date.</summary>
    public async Task<CalendarEntry> OfAsync(ReferenceRequest request, Candidate candidate, ActivityType type, UseParties parties, UseRole role, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(parties);
        var host = MailAddress.TryCreate(mail.From, out var from) ? from.Host : "localhost";
        var (language, address, name, other) = role switch
        {
            UseRole.Contact => (parties.ContactLanguage, parties.ContactEmail, parties.Contact, parties.ProspectTold),
            UseRole.Prospect => (parties.ProspectLanguage, parties.ProspectEmail, parties.ProspectName, parties.CustomerTold),
            _ => (MailLanguages.Fallback, parties.RequesterEmail, parties.Requester, parties.Customer),
        };
        var what = UseWords.Activity(type, language);
        return new CalendarEntry(
            $"{UidStart(candidate)}{host}", candidate.CalendarSequence, candidate.ScheduledFor!.Value, Math.Max(type.Minutes, 15), string.IsNullOrEmpty(other) ? what : $"{what}: {other}",
            new CalendarPerson((await organisations.GetAsync(ct)).Name, mail.From), clock.UtcNow())
        {
            Attendee = address is null ? null : new CalendarPerson(name ?? address, address),
            HasAgreed = role != UseRole.Prospect,
            Place = candidate.Place,
            Text = role switch
            {
                UseRole.Contact => request.WantToKnow,
                UseRole.Prospect => Plain(type.ExpectIn(language)),
                _ => Plain(type.Briefing),
            },
        };
    }

    /// <summary>What the UID of a candidate's entry starts with, for whatever mail domain follows.</summary>
    internal static string UidStart(Candidate candidate) => $"{candidate.Id:N}@";

    private static string? Plain(string? markdown) => string.IsNullOrWhiteSpace(markdown) ? null : LetterPlain.Of(LetterMarkdown.Parse(markdown)).Trim();
}
