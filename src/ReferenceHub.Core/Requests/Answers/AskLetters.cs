using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Writes to those who are asked: the ask with its link, reminders, and a word of thanks when somebody is no longer needed. Part of the transaction at hand.</summary>
public sealed class AskLetters(ReferenceHubDbContext db, Letters letters, AskLinks links, AskReaders readers, AskTexts texts, AskMails mails, Notices notices)
{
    /// <summary>A party was asked just now: whoever answers for it gets a link, links of the parties before end. Answers whether anybody could be written to; else the program is told.</summary>
    public async Task<bool> AskAsync(ReferenceRequest request, Candidate candidate, Party party, ActivityType type, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        await links.EndAsync(candidate.Id, ct);
        await mails.CallOffAsync(candidate.Id, ct);
        var kind = party switch
        {
            Party.Owner => MessageKinds.OwnerAsked,
            Party.Legal => MessageKinds.LegalAsked,
            _ => MessageKinds.CustomerAsked,
        };
        return await WriteOrTellAsync(request, candidate, party, type, kind, ct);
    }

    /// <summary>The party that has not answered yet is reminded, by the same links. Answers whether anybody could be written to; else the program is told.</summary>
    public Task<bool> RemindAsync(ReferenceRequest request, Candidate candidate, Party party, ActivityType type, CancellationToken ct) =>
        WriteOrTellAsync(request, candidate, party, type, party switch
        {
            Party.Owner => MessageKinds.OwnerReminder,
            Party.Legal => MessageKinds.LegalReminder,
            _ => MessageKinds.CustomerReminder,
        }, ct);

    /// <summary>The last party said yes: nobody else is asked any more, the customer's own link goes on showing what was agreed.</summary>
    public async Task AgreedAsync(Candidate candidate, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        await links.EndAsync(candidate.Id, ct, Party.Owner);
        await links.EndAsync(candidate.Id, ct, Party.Legal);
        await mails.CallOffAsync(candidate.Id, ct);
    }

    /// <summary>
    /// The candidate fell away: its links end, mails that wait are called off, and a contact who had been asked and did not say no is told that
    /// nothing is left to do, unless the ask itself was still waiting, or they were <paramref name="told"/> in a letter of its own that the agreed time is off.
    /// </summary>
    public async Task LetGoAsync(ReferenceRequest request, Candidate candidate, bool told, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(by);
        await links.EndAsync(candidate.Id, ct);
        var unread = await mails.CallOffAsync(candidate.Id, ct, timesToo: true);
        // Whoever took back their consent knows.
        if (unread || told || candidate.CustomerAskedAt is null || candidate.State is not (CandidateState.Withdrawn or CandidateState.NoAnswer) || by.MayActOn(candidate.CustomerId))
        {
            return;
        }

        var type = await db.ActivityTypes.AsNoTracking().SingleAsync(row => row.Key == request.ActivityKey, ct);
        foreach (var reader in await readers.OfAsync(candidate, Party.Customer, ct))
        {
            var values = await texts.OfAsync(request, candidate, Party.Customer, type, reader, null, ct);
            values["reason"] = OutsideWords.In(reader.To.Language)[candidate.State == CandidateState.NoAnswer ? "letgo.silent" : request.State.IsEnd() ? "letgo.ended" : "letgo.found"];
            await letters.WriteAsync(new Letter(MessageKinds.CustomerWithdrawn, reader.To, values, type.Key), ct);
        }
    }

    private async Task<bool> WriteOrTellAsync(ReferenceRequest request, Candidate candidate, Party party, ActivityType type, string kind, CancellationToken ct)
    {
        var written = await WriteAsync(request, candidate, party, type, kind, ct);
        if (!written)
        {
            await TellNobodyAsync(request, candidate, party, ct);
        }

        return written;
    }

    private async Task<bool> WriteAsync(ReferenceRequest request, Candidate candidate, Party party, ActivityType type, string kind, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(type);
        var asked = await readers.OfAsync(candidate, party, ct);
        foreach (var reader in asked)
        {
            var link = await links.GiveAsync(candidate.Id, party, reader.HolderId, ct);
            var values = await texts.OfAsync(request, candidate, party, type, reader, link, ct);
            await letters.WriteAsync(new Letter(kind, reader.To, values, type.Key, link), ct);
        }

        return asked.Count > 0;
    }

    private async Task TellNobodyAsync(ReferenceRequest request, Candidate candidate, Party party, CancellationToken ct)
    {
        if (request.AssigneeId is { } assignee)
        {
            var customer = await db.Customers.Where(row => row.Id == candidate.CustomerId).Select(row => row.Name).SingleAsync(ct);
            await notices.TellAsync(
                assignee, MessageKinds.MailFailed, $"Nobody could be written to: {customer}", WhyNobody(party),
                string.Create(CultureInfo.InvariantCulture, $"/requests/{request.Number}"), ct);
        }
    }

    private static string WhyNobody(Party party) => party switch
    {
        Party.Owner => "This customer has no account owner who can sign in. Choose one, or note the owner's answer on the request.",
        Party.Legal => "Nobody is named for legal. Name somebody on the organisation page, or note the answer of legal on the request.",
        _ => "The contact has no mail address. Let the owner ask by phone, and note the answer on the request.",
    };
}
