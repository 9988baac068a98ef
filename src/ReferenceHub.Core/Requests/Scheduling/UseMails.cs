using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Requests;

/// <summary>Finds the mails that were written about an agreed use.</summary>
public sealed class UseMails(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Those of one candidate, tracked.</summary>
    internal async Task<UsePost> OfAsync(Candidate candidate, CancellationToken ct)
    {
        var (since, uid) = (candidate.ProposedAt, $"UID:{UseEntries.UidStart(candidate)}");
        var mails = await db.OutboxMessages
            .Where(mail => mail.CreatedAt >= since
                && ((UsePost.Entries.Contains(mail.Kind) && mail.Calendar!.Contains(uid))
                    || (UsePost.Words.Contains(mail.Kind) && db.SignedLinks.Any(link => link.Id == mail.LinkId && link.SubjectId == candidate.Id))))
            .ToListAsync(ct);
        return new UsePost(mails, isWhole: since > clock.UtcNow().AddDays(-MessageSweep.KeptDays));
    }
}

/// <summary>The mails about one agreed use to its sides: only the newest to each need go out. Whole until the first of them may have been swept.</summary>
internal sealed class UsePost(IReadOnlyList<OutboxMessage> mails, bool isWhole)
{
    private static readonly string[] ToContact = [MessageKinds.UseScheduled, MessageKinds.UseMoved, MessageKinds.UseCancelled];
    private static readonly string[] ToProspect = [MessageKinds.ProspectInvited, MessageKinds.ProspectMoved, MessageKinds.ProspectCancelled];
    private static readonly string[] ToRequester = [MessageKinds.UseEntry];

    // Mails that bring a calendar entry.
    internal static readonly string[] Entries = [.. ToContact, .. ToProspect, .. ToRequester];

    // Mails without one, which say what is no longer so once a time was set, moved or called off.
    internal static readonly string[] Words = [MessageKinds.UseReminder, MessageKinds.TimesOffered];

    /// <summary>
    /// A newer mail is about to be written to a side, or none is needed any more: those to it that wait are called off. Answers whether the entry may
    /// stand in the calendar of this address: one that a node is sending at this moment counts. Else there is nothing to move or to take out.
    /// </summary>
    public bool Overtake(UseRole role, string? address)
    {
        var kinds = role switch { UseRole.Contact => ToContact, UseRole.Prospect => ToProspect, _ => ToRequester };
        bool IsHere(OutboxMessage mail) => string.Equals(mail.Address, address, StringComparison.OrdinalIgnoreCase);
        foreach (var mail in mails)
        {
            // An entry at an address of before is taken out there all the same.
            if (kinds.Contains(mail.Kind, StringComparer.Ordinal) ? IsHere(mail) || mail.CalendarMethod != "CANCEL" : Words.Contains(mail.Kind, StringComparer.Ordinal) && IsHere(mail))
            {
                mail.CallOff();
            }
        }

        var last = mails.Where(mail => kinds.Contains(mail.Kind, StringComparer.Ordinal) && IsHere(mail) && mail.MayHaveGoneOut).MaxBy(mail => mail.CreatedAt);
        return last is null ? !isWhole : last.CalendarMethod != "CANCEL";
    }
}
