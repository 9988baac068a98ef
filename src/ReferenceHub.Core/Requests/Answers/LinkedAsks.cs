using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Finds the ask behind a link. Looking changes nothing.</summary>
public sealed class LinkedAsks(ReferenceHubDbContext db, TimeProvider clock, SignedLinks links, AskHolders holders, UsageQueries usage)
{
    private const int QuarterDays = 90;

    /// <summary>The ask of a token; null when the token is none of an ask, or whoever it was given to has nothing to do with it any more.</summary>
    public async Task<LinkedAsk?> FindAsync(string? token, CancellationToken ct) =>
        await links.FindAsync(token, ct) is { } link && AskLinks.PartyOf(link.Purpose) is { } party ? await OfAsync(link, party, ct) : null;

    private async Task<LinkedAsk?> OfAsync(SignedLink link, Party party, CancellationToken ct)
    {
        var candidate = await db.Candidates.AsNoTracking().AsSplitQuery()
            .Include(row => row.Customer!).ThenInclude(row => row.Permissions).Include(row => row.Contact)
            .SingleOrDefaultAsync(row => row.Id == link.SubjectId, ct);
        if (candidate is null || await holders.OfAsync(link, party, candidate, ct) is not { } holder)
        {
            return null;
        }

        var request = await db.Requests.AsNoTracking().Include(row => row.Requester).SingleAsync(row => row.Id == candidate.RequestId, ct);
        var type = await db.ActivityTypes.AsNoTracking().SingleAsync(row => row.Key == request.ActivityKey, ct);
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var used = await usage.CustomerAsync(candidate.CustomerId, ct);
        return new LinkedAsk(link.Id, party, StandingOf(link, party, candidate, request, now), link.ExpiresAt, request.Number, candidate.Id, candidate.State)
        {
            HolderId = link.HolderId!.Value,
            Holder = holder.Name,
            Languages = holder.Languages,
            ZoneId = Zones.Exists(holder.ZoneId) ? holder.ZoneId! : await db.ProgramZoneAsync(ct),
            Requester = request.Requester!.Name,
            Owner = await db.Users.Where(user => user.Id == candidate.Customer!.OwnerId).Select(user => user.Name).SingleOrDefaultAsync(ct),
            Activity = type,
            Prospect = ProspectTold.Of(request, await TermBook.ReadAsync(db, ct)),
            WantToKnow = [.. (request.WantToKnow ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Language = request.Language,
            NeededBy = request.NeededBy,
            ReplyDueAt = candidate.ReplyDueAt,
            CustomerId = candidate.CustomerId,
            Customer = candidate.Customer!.Name,
            ContactId = candidate.ContactId,
            Contact = candidate.Contact?.Name,
            ContactTitle = candidate.Contact?.JobTitle,
            ScheduledFor = candidate.ScheduledFor,
            Place = candidate.Place,
            Products = await ProductsAsync(candidate.CustomerId, request.Criteria, ct),
            Load = LoadOf(candidate, used, today),
            Inside = party == Party.Customer ? null : InsideOf(candidate, request, type, used, today),
        };
    }

    // The state of the ask says it all; the link itself only whether it was used, and how long it holds.
    private static AskStanding StandingOf(SignedLink link, Party party, Candidate candidate, ReferenceRequest request, DateTime now)
    {
        if (link.ExpiresAt <= now)
        {
            return AskStanding.Expired;
        }

        var isUsed = link.Uses > 0 && link.RevokedAt is null;
        if (candidate.State == CandidateState.Declined && candidate.DeclinedBy == party)
        {
            return isUsed ? AskStanding.SaidNo : AskStanding.Over;
        }

        if (candidate.State == CandidateStates.AskOf(party) && link.RevokedAt is null)
        {
            return link.Uses >= link.MostUses ? AskStanding.UsedUp : request.State == RequestState.OnHold ? AskStanding.OnHold : AskStanding.Open;
        }

        var isBehind = candidate.State.IsYes() || (party != Party.Customer && isUsed);
        return isBehind && link.RevokedAt is null ? AskStanding.SaidYes : AskStanding.Over;
    }

    private static AskedLoad LoadOf(Candidate candidate, CustomerUsage used, DateOnly today)
    {
        var uses = candidate.ContactId is { } id
            ? used.Uses.Count(use => use.ContactId == id && use.UseId != candidate.UseId && use.Counts && use.TakesTime && use.On > today.AddDays(-QuarterDays))
            : 0;
        return new AskedLoad(uses, candidate.Contact?.UsesPerQuarter, candidate.Contact?.MinutesPerQuarter, candidate.Contact?.Wishes);
    }

    private static AskInside InsideOf(Candidate candidate, ReferenceRequest request, ActivityType type, CustomerUsage used, DateOnly today)
    {
        var permission = candidate.Customer!.Permissions.Find(row => row.Scope == type.Scope);
        return new AskInside(request.InShort, used.LastUsed(today), permission?.StatusOn(today) ?? PermissionStatus.Unknown, permission?.ValidUntil);
    }

    private async Task<List<string>> ProductsAsync(Guid customerId, string? criteria, CancellationToken ct)
    {
        var wanted = Matching.Criteria.Parse(criteria ?? "").Items.Where(item => item.Facet == Matching.Facet.Product && !item.Not).Select(item => item.Key).ToList();
        return wanted.Count == 0 ? [] : await db.ProductUses.Where(use => use.CustomerId == customerId)
            .Join(db.Terms.Where(term => wanted.Contains(term.Key)), use => use.ProductId, term => term.Id, (use, term) => term.Name)
            .Distinct().OrderBy(name => name).ToListAsync(ct);
    }
}
