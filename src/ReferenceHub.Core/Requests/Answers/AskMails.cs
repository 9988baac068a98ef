using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Requests;

/// <summary>The mails about candidates that have not gone out yet: called off once nobody needs them, and told of on the request until then.</summary>
public sealed class AskMails(ReferenceHubDbContext db)
{
    private static readonly string[] Asks =
    [
        MessageKinds.OwnerAsked, MessageKinds.OwnerReminder, MessageKinds.LegalAsked, MessageKinds.LegalReminder, MessageKinds.CustomerAsked, MessageKinds.CustomerReminder,
    ];

    private static readonly string[] AsksAndTimes = [.. Asks, MessageKinds.TimesOffered];

    private static readonly LinkPurpose[] Purposes = [.. AskLinks.Purposes, LinkPurpose.ProspectInvitation];

    /// <summary>Calls off asks and reminders of a candidate that still wait, part of the transaction at hand. Answers whether the customer's ask was among them: then they never read it.</summary>
    internal async Task<bool> CallOffAsync(Guid candidateId, CancellationToken ct, bool timesToo = false)
    {
        var kinds = timesToo ? AsksAndTimes : Asks;
        var waiting = await db.OutboxMessages
            .Where(mail => mail.State == OutboxState.Waiting && kinds.Contains(mail.Kind) && db.SignedLinks.Any(link => link.Id == mail.LinkId && link.SubjectId == candidateId))
            .ToListAsync(ct);
        waiting.ForEach(mail => mail.CallOff());
        return waiting.Exists(mail => mail.Kind == MessageKinds.CustomerAsked && !mail.MayHaveGoneOut);
    }

    /// <summary>What waits to go out about these candidates and is not being sent just now, soonest first; one query, none for nobody.</summary>
    public async Task<ILookup<Guid, WaitingMail>> WaitingAsync(IReadOnlyCollection<Guid> candidateIds, CancellationToken ct)
    {
        var rows = candidateIds.Count == 0 ? [] : await (
            from mail in db.OutboxMessages.AsNoTracking()
            join link in db.SignedLinks on mail.LinkId equals link.Id
            where mail.State == OutboxState.Waiting && (mail.Tries == 0 || mail.LastError != null) && candidateIds.Contains(link.SubjectId) && Purposes.Contains(link.Purpose)
            orderby mail.DueAt
            select new { link.SubjectId, link.Purpose, mail.Kind, mail.DueAt, mail.Tries }).ToListAsync(ct);
        return rows.ToLookup(row => row.SubjectId, row => new WaitingMail(row.Kind, AskLinks.PartyOf(row.Purpose), row.DueAt, row.Tries));
    }
}
