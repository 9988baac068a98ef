using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Requests;

/// <summary>The links that letters about an agreed use carry: one a person, used again while it is open. Part of the transaction at hand.</summary>
public sealed class UseLinks(ReferenceHubDbContext db, TimeProvider clock, SignedLinks links)
{
    private const int MostUses = 40;
    private static readonly TimeSpan Life = TimeSpan.FromDays(180);
    private static readonly TimeSpan SurveyLife = TimeSpan.FromDays(30);

    /// <summary>The contact's link, on which they see what was agreed and pick another time.</summary>
    internal Task<SignedLink> OfContactAsync(Candidate candidate, CancellationToken ct) =>
        GiveAsync(LinkPurpose.CustomerAnswer, candidate.Id, candidate.ContactId, Life, nameof(CandidateState.CustomerAsked), ct);

    /// <summary>The prospect's link, on which they read what to expect.</summary>
    internal Task<SignedLink> OfProspectAsync(Candidate candidate, CancellationToken ct) => GiveAsync(LinkPurpose.ProspectInvitation, candidate.Id, null, Life, null, ct);

    /// <summary>The prospect is another one from now on: what was sent to the one before opens nothing any more.</summary>
    internal Task EndOfProspectAsync(Candidate candidate, CancellationToken ct) => links.RevokeAsync(LinkPurpose.ProspectInvitation, candidate.Id, ct);

    /// <summary>The contact's link to two questions afterwards.</summary>
    internal Task<SignedLink> OfSurveyAsync(Candidate candidate, CancellationToken ct) => GiveAsync(LinkPurpose.Survey, candidate.Id, candidate.ContactId, SurveyLife, null, ct);

    private async Task<SignedLink> GiveAsync(LinkPurpose purpose, Guid candidateId, Guid? holder, TimeSpan life, string? about, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var known = await db.SignedLinks.Where(link => link.SubjectId == candidateId && link.Purpose == purpose && link.HolderId == holder && link.RevokedAt == null).ToListAsync(ct);
        return known.Find(link => link.IsOpen(now)) ?? links.Give(purpose, candidateId, life, MostUses).For(holder, about);
    }
}
