using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Writing and sending a request.</summary>
public sealed class RequestDrafting(ReferenceHubDbContext db, TimeProvider clock, IIds ids, RequestDoor door, RequestPromises promises)
{
    /// <summary>Keeps a new draft; answers its number.</summary>
    public Task<Outcome<int>> DraftAsync(RequestNeed need, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.AskForReference);
        return db.WriteAsync<Outcome<int>>(
            async stop =>
            {
                if (await NeedCheck.WhyNotAsync(db, null, need, by, stop) is { } no)
                {
                    return Outcome<int>.Refuse(no.Refusal!, no.Field);
                }

                var number = await NumberSeries.DrawAsync(db, "requests", stop);
                db.Requests.Add(new ReferenceRequest(ids.Next(), number, by.UserId, need, clock.UtcNow()));
                await db.SaveChangesAsync(stop);
                return number;
            },
            ct);
    }

    /// <summary>Keeps what was typed into a draft of one's own.</summary>
    public Task<Outcome> SaveAsync(int number, RequestNeed need, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, _, stop) =>
        {
            var draft = OwnDraft(request, by);
            if (await NeedCheck.WhyNotAsync(db, draft, need, by, stop) is { } no)
            {
                return no;
            }

            draft.Describe(need);
            return Outcome.Done;
        }, ct);

    /// <summary>
    /// Sends a new request, or a draft of one's own; answers its number, or why it can't be sent. A form that is sent twice, known by
    /// <paramref name="formId"/>, makes one request.
    /// </summary>
    public Task<Outcome<int>> SubmitAsync(int? draft, RequestNeed need, Viewer by, CancellationToken ct, Guid? formId = null)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.AskForReference);
        return db.WriteAsync<Outcome<int>>(
            async stop =>
            {
                if (formId is { } form && await db.Requests.SingleOrDefaultAsync(row => row.Id == form && row.RequesterId == by.UserId && row.State != RequestState.Draft, stop) is { } sent
                    && IsSame(RequestQueries.NeedOf(sent), need))
                {
                    return sent.Number;
                }

                var type = await db.ActivityTypes.SingleOrDefaultAsync(row => row.Key == need.ActivityKey && row.Enabled, stop);
                if (type is null)
                {
                    return Outcome<int>.Refuse("Choose what you need.", nameof(need.ActivityKey));
                }

                var promise = await promises.ForAsync(type, by.UserId, stop);
                if (await WhyNotAsync(need, type, db.Opportunities.PickableBy(by), promise.DueAt, null, stop) is { } no)
                {
                    return Outcome<int>.Refuse(no.Refusal!, no.Field);
                }

                if (await NeedCheck.PreferredAsync(db, null, need, stop) is { } gone)
                {
                    return Outcome<int>.Refuse(gone.Refusal!, gone.Field);
                }

                var request = await TakeDraftAsync(draft, need, by, formId, stop);
                request.Submit(await door.MomentAsync(by, promise.CalendarId, stop), promise);
                await DealAsk.NoteAsync(db, need.OpportunityId!.Value, by.UserId, stop);
                await db.SaveChangesAsync(stop);
                return request.Number;
            },
            ct);
    }

    private async Task<ReferenceRequest> TakeDraftAsync(int? draft, RequestNeed need, Viewer by, Guid? formId, CancellationToken ct)
    {
        if (draft is { } number)
        {
            var kept = await db.Requests.VisibleTo(by, db).SingleOrDefaultAsync(row => row.Number == number, ct) ?? throw new MissingException("draft");
            OwnDraft(kept, by).Describe(need);
            return kept;
        }

        var id = formId is { } form && form != Guid.Empty && !await db.Requests.AnyAsync(row => row.Id == form, ct) ? form : ids.Next();
        var request = new ReferenceRequest(id, await NumberSeries.DrawAsync(db, "requests", ct), by.UserId, need, clock.UtcNow());
        db.Requests.Add(request);
        return request;
    }

    // Whoever goes back and changes the form means another request.
    private static bool IsSame(RequestNeed sent, RequestNeed need) =>
        (sent.ActivityKey, sent.OpportunityId, sent.NeededBy, sent.Wanted) == (need.ActivityKey, need.OpportunityId, need.NeededBy, need.Wanted)
        && (sent.Text ?? "") == (need.Text?.Trim() ?? "")
        && (sent.Criteria ?? "") == (need.Criteria?.Trim() ?? "");

    /// <summary>Corrects what is needed after it was sent. Deal, needed-by and sponsor follow the rules of sending when they change.</summary>
    public Task<Outcome> CorrectAsync(int number, RequestNeed need, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            if (request.RequesterId != by.UserId)
            {
                by.MustHave(Right.RunProgram);
            }

            if (await NeedCheck.WhyNotAsync(db, request, need, by, stop) is { } no)
            {
                return no;
            }

            var dealChanged = need.OpportunityId != request.OpportunityId;
            if (dealChanged || need.NeededBy != request.NeededBy || string.IsNullOrWhiteSpace(need.Sponsor) != (request.Sponsor is null))
            {
                var type = await db.ActivityTypes.SingleAsync(row => row.Key == need.ActivityKey, stop);
                var deals = dealChanged ? db.Opportunities.PickableBy(by) : db.Opportunities;
                if (await WhyNotAsync(need, type, deals, request.OriginalDueAt, request.NeededBy, stop) is { } refused)
                {
                    return refused;
                }
            }

            request.Correct(moment, need);
            if (dealChanged)
            {
                await DealAsk.NoteAsync(db, need.OpportunityId!.Value, request.RequesterId, stop);
            }

            return Outcome.Done;
        }, ct);

    private async Task<Outcome?> WhyNotAsync(RequestNeed need, ActivityType type, IQueryable<Opportunity> deals, DateTime? promisedAt, DateOnly? neededByBefore, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(need.Text) && string.IsNullOrWhiteSpace(need.Criteria))
        {
            return Outcome.Refuse("Say which reference you need, in words or by criteria.", nameof(need.Text));
        }

        var deal = await deals.SingleOrDefaultAsync(row => row.Id == need.OpportunityId, ct);
        if (deal is null)
        {
            return Outcome.Refuse("Choose the opportunity this is for.", nameof(need.OpportunityId));
        }

        if (deal.Outcome != DealOutcome.Open)
        {
            return Outcome.Refuse($"This opportunity is {(deal.Outcome == DealOutcome.Won ? "won" : "lost")} already. Choose an open one.", nameof(need.OpportunityId));
        }

        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var zone = await db.ProgramZoneAsync(ct);
        var wrongDay = need.NeededBy is { } day && day == neededByBefore ? null : NeededByRule.WhyNot(need.NeededBy, type, today);
        return wrongDay ?? await SponsorRule(need, deal, promisedAt is { } due ? Zones.DateIn(zone, due) : today, ct);
    }

    private async Task<Outcome?> SponsorRule(RequestNeed need, Opportunity deal, DateOnly promised, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(need.Sponsor))
        {
            return null;
        }

        if (need.NeededBy < promised)
        {
            return Outcome.Refuse("You need it before the promised date. Name a manager who stands behind the rush.", nameof(need.Sponsor));
        }

        var stages = await db.DealStages.AsNoTracking().ToListAsync(ct);
        var gate = stages.Find(stage => stage.IsGate);
        var here = stages.Find(stage => stage.Key == deal.StageKey);
        return gate is not null && (here is null || here.Place < gate.Place)
            ? Outcome.Refuse($"This opportunity has not reached {gate.Name} yet. Name a manager who stands behind asking this early.", nameof(need.Sponsor))
            : null;
    }

    private static ReferenceRequest OwnDraft(ReferenceRequest request, Viewer by)
    {
        if (request.RequesterId != by.UserId)
        {
            throw new MissingException("draft");
        }

        return request.State == RequestState.Draft ? request : throw new IllegalMoveException("This request was sent already.");
    }
}
