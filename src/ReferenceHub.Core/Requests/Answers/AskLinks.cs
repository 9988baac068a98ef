using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Requests;

/// <summary>The links by which owner, legal and customer answer one ask: given with it, taken back when it moves on. Part of the transaction at hand.</summary>
public sealed class AskLinks(ReferenceHubDbContext db, TimeProvider clock, SignedLinks links)
{
    /// <summary>Most answers, changes of mind and choices of times that one link carries.</summary>
    public const int MostUses = 40;

    private static readonly TimeSpan StaffLife = TimeSpan.FromDays(30);

    // A yes is looked up by the same link until the use is over.
    private static readonly TimeSpan CustomerLife = TimeSpan.FromDays(180);

    /// <summary>Purposes of links by which an ask is answered.</summary>
    internal static readonly LinkPurpose[] Purposes = [LinkPurpose.OwnerAnswer, LinkPurpose.LegalAnswer, LinkPurpose.CustomerAnswer];

    /// <summary>The purpose of the links that a party answers by.</summary>
    public static LinkPurpose PurposeOf(Party party) => party switch
    {
        Party.Owner => LinkPurpose.OwnerAnswer,
        Party.Legal => LinkPurpose.LegalAnswer,
        Party.Customer => LinkPurpose.CustomerAnswer,
        _ => throw new IllegalMoveException("Only owner, legal and customer are asked."),
    };

    /// <summary>The party that answers by links of a purpose; null for other links.</summary>
    public static Party? PartyOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.OwnerAnswer => Party.Owner,
        LinkPurpose.LegalAnswer => Party.Legal,
        LinkPurpose.CustomerAnswer => Party.Customer,
        _ => null,
    };

    /// <summary>The open link of somebody for an ask; a new one when they have none.</summary>
    internal async Task<SignedLink> GiveAsync(Guid candidateId, Party party, Guid holderId, CancellationToken ct)
    {
        var (purpose, now) = (PurposeOf(party), clock.UtcNow());
        var known = await db.SignedLinks.Where(link => link.SubjectId == candidateId && link.Purpose == purpose && link.HolderId == holderId && link.RevokedAt == null).ToListAsync(ct);
        return known.Find(link => link.IsOpen(now))
            ?? links.Give(purpose, candidateId, party == Party.Customer ? CustomerLife : StaffLife, MostUses).For(holderId, CandidateStates.AskOf(party).ToString());
    }

    /// <summary>The ask has moved on: links that nobody answered by stop working; those that were used go on showing what was answered.</summary>
    internal async Task EndAsync(Guid candidateId, CancellationToken ct, Party? only = null)
    {
        var purposes = only is { } party ? [PurposeOf(party)] : Purposes;
        foreach (var link in await db.SignedLinks.Where(link => link.SubjectId == candidateId && purposes.Contains(link.Purpose) && link.RevokedAt == null && link.Uses == 0).ToListAsync(ct))
        {
            // One used within this transaction is read as it is saved, not as it stands.
            if (link.Uses == 0)
            {
                link.Revoke(clock.UtcNow());
            }
        }
    }
}
