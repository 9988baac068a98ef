using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Reads times and surveys of a request's candidates. At most 5 queries, none for requests that nobody is considered for.</summary>
public sealed class UseSheets(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>By candidate, for a request as its reader sees it.</summary>
    public async Task<IReadOnlyDictionary<Guid, UseSheet>> OfAsync(RequestDetail request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var shown = request.Candidates.Where(candidate => request.Type.HasTime && (candidate.State.IsLive() || candidate.State == CandidateState.Completed)).ToList();
        if (shown.Count == 0)
        {
            return new Dictionary<Guid, UseSheet>();
        }

        var ids = shown.Select(candidate => candidate.Id).ToList();
        var facts = await db.Candidates.AsNoTracking().Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Place, row.Contact!.ZoneId, row.Contact.Email, row.Contact.LeftAt, row.CustomerId, row.UseId }).ToDictionaryAsync(row => row.Id, ct);
        var slots = await db.TimeSlots.AsNoTracking().Where(slot => ids.Contains(slot.CandidateId) && slot.State == SlotState.Open).ToListAsync(ct);
        var prospect = await db.Requests.AsNoTracking().Where(row => row.Id == request.Id).Select(row => new { row.ProspectEmail, row.ProspectContact, row.ZoneId }).SingleAsync(ct);
        var held = shown.Exists(candidate => candidate.State == CandidateState.Completed);
        var answers = held ? await db.SurveyAnswers.AsNoTracking().Where(answer => ids.Contains(answer.CandidateId)).ToListAsync(ct) : [];
        var thanked = held ? await db.RequestEvents.Where(line => line.RequestId == request.Id && line.Kind == RequestEventKind.Thanked).Select(line => line.CandidateId).ToListAsync(ct) : [];
        var planned = request.Drives ? await PlannedAsync([.. shown.Where(candidate => candidate.Reserved && candidate.ScheduledFor is null).Select(candidate => facts[candidate.Id].UseId!.Value)], ct) : [];
        var (now, worked) = (clock.UtcNow(), request.State.IsWorkedOn());
        return shown.ToDictionary(candidate => candidate.Id, candidate =>
        {
            var (live, isHeld) = (candidate.State.IsLive(), candidate.State == CandidateState.Completed);
            var times = live ? slots.Where(slot => slot.CandidateId == candidate.Id && slot.StartsAt > now).OrderBy(slot => slot.StartsAt).ToList() : [];
            var ahead = worked && request.Drives && candidate.State == CandidateState.Scheduled && candidate.ScheduledFor > now;
            return new UseSheet
            {
                CandidateId = candidate.Id,
                Times = times.ConvertAll(slot => new OfferedTime(slot.Id, slot.StartsAt, slot.OfferedBy)),
                Planned = facts[candidate.Id].UseId is { } use && planned.TryGetValue(use, out var on) ? new PlannedDay(facts[candidate.Id].CustomerId, use, on) : null,
                Place = facts[candidate.Id].Place,
                Zones = [.. ZonesOf(candidate.NameHidden ? null : facts[candidate.Id].ZoneId, prospect.ZoneId)],
                Minutes = request.Type.Minutes,
                MayOffer = worked && request.Drives && live,
                MayConfirm = worked && request.Drives && candidate.State.IsAhead() && times.Count > 0,
                MayInvite = ahead,
                Missing = ahead ? [.. Missing(facts[candidate.Id].LeftAt is null && MailText.IsAddress(facts[candidate.Id].Email), MailText.IsAddress(prospect.ProspectEmail), facts[candidate.Id].Place)] : [],
                ProspectEmail = request.Drives ? prospect.ProspectEmail : null,
                ProspectContact = prospect.ProspectContact,
                Answers = [.. answers.Where(answer => answer.CandidateId == candidate.Id && (answer.Side == Party.Requester || candidate.SecretsShown)).OrderBy(answer => answer.Side)],
                MayAnswer = isHeld && request.ActsAsRequester && !answers.Exists(answer => answer.CandidateId == candidate.Id && answer.Side == Party.Requester),
                MayThank = isHeld && request.Drives && !thanked.Contains(candidate.Id),
            };
        });
    }

    private async Task<Dictionary<Guid, DateOnly>> PlannedAsync(Guid[] uses, CancellationToken ct) => uses.Length == 0
        ? []
        : (await db.LedgerEntries.AsNoTracking().Where(entry => uses.Contains(entry.UseId)).Select(entry => new { entry.UseId, entry.Sequence, entry.On }).ToListAsync(ct))
            .GroupBy(entry => entry.UseId).ToDictionary(use => use.Key, use => use.MaxBy(entry => entry.Sequence)!.On);

    private static IEnumerable<string> Missing(bool contact, bool prospect, string? place)
    {
        if (!contact)
        {
            yield return "The contact has no mail address: tell them the time yourself.";
        }

        if (!prospect)
        {
            yield return "The prospect’s mail address is missing, so nobody there is invited.";
        }

        if (string.IsNullOrWhiteSpace(place))
        {
            yield return "Where it takes place is still to be said.";
        }
    }

    private static IEnumerable<SideZone> ZonesOf(string? contact, string? prospect)
    {
        if (Zones.Exists(contact))
        {
            yield return new SideZone("Contact", contact!);
        }

        if (Zones.Exists(prospect))
        {
            yield return new SideZone("Prospect", prospect!);
        }
    }
}
