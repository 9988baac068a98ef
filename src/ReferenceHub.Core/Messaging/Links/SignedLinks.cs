using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>Gives, opens and takes back links. Opening reads only; the caller counts a use in the transaction of what the link is used for.</summary>
public sealed class SignedLinks(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    private const string Ended = "This link no longer works.";

    /// <summary>Adds a link to the context; the message that carries it gets the token when it is sent.</summary>
    public SignedLink Give(LinkPurpose purpose, Guid subjectId, TimeSpan life, int mostUses = 1)
    {
        var now = clock.UtcNow();
        var link = new SignedLink(ids.Next(), purpose, subjectId, now, now + life, mostUses);
        db.SignedLinks.Add(link);
        return link;
    }

    /// <summary>The link of a token, tracked, whether it still works or not; null when there is none.</summary>
    public async Task<SignedLink?> FindAsync(string? token, CancellationToken ct)
    {
        if (token is not { Length: LinkKey.TokenLength })
        {
            return null;
        }

        var hash = LinkKey.HashOf(token);
        return await db.SignedLinks.FirstOrDefaultAsync(l => db.LinkKeys.Any(k => k.LinkId == l.Id && k.Hash == hash), ct);
    }

    /// <summary>The link a token opens now, tracked; null when it is unknown, used up, expired or taken back.</summary>
    public async Task<SignedLink?> FindOpenAsync(string? token, CancellationToken ct)
    {
        var link = await FindAsync(token, ct);
        return link?.IsOpen(clock.UtcNow()) == true ? link : null;
    }

    /// <summary>Counts one use of a link within the transaction of the deed it is used for. Answers a refusal when it does not work any more, or is for something else.</summary>
    public async Task<Outcome?> UseAsync(Guid linkId, LinkPurpose purpose, CancellationToken ct) =>
        await CountAsync(linkId, link => link.Purpose == purpose, ct) is null ? Outcome.Refuse(Ended) : null;

    /// <summary>As above, for deeds that several purposes allow: the link must be about this one thing. Answers what it is for.</summary>
    public async Task<Outcome<LinkPurpose?>> UseAsync(LinkGrant grant, IReadOnlyCollection<LinkPurpose> purposes, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var link = await CountAsync(grant.LinkId, link => link.SubjectId == grant.About && purposes.Contains(link.Purpose), ct);
        return link is null ? Outcome<LinkPurpose?>.Refuse(Ended) : link.Purpose;
    }

    /// <summary>Takes back all links of a purpose that a subject still has; the caller saves.</summary>
    public async Task RevokeAsync(LinkPurpose purpose, Guid subjectId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var open = await db.SignedLinks.Where(l => l.SubjectId == subjectId && l.Purpose == purpose && l.RevokedAt == null).ToListAsync(ct);
        foreach (var link in open.Where(link => link.IsOpen(now)))
        {
            link.Revoke(now);
        }
    }

    private async Task<SignedLink?> CountAsync(Guid linkId, Func<SignedLink, bool> isFor, CancellationToken ct)
    {
        var (link, now) = (await db.SignedLinks.SingleOrDefaultAsync(l => l.Id == linkId, ct), clock.UtcNow());
        if (link?.IsOpen(now) != true || !isFor(link))
        {
            return null;
        }

        link.Use(now);
        return link;
    }
}
