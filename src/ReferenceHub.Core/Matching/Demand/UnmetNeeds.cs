using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Records that no reference met the need of a deal, and takes it back.</summary>
public sealed class UnmetNeeds(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, MatchQueries matches)
{
    /// <summary>
    /// Records a need of a deal in this person's sight, with how many fit but are closed now; refused while somebody can be asked. One stands
    /// for a deal and activity type: recorded again it is brought up to date and counts once.
    /// </summary>
    public Task<Outcome<Guid>> RecordAsync(Guid opportunityId, string? activityKey, Criteria criteria, Viewer by, CancellationToken ct) =>
        RecordAsync(opportunityId, activityKey, criteria, wasTried: false, by, ct);

    /// <summary>The same for a request that ended without a reference: those who can be asked now were of no use to it.</summary>
    internal async Task<Outcome<Guid>> RecordAsync(Guid opportunityId, string? activityKey, Criteria criteria, bool wasTried, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.AskForReference);
        if (DemandCriteria.Refuse(criteria, wasTried) is { } refusal)
        {
            return Outcome<Guid>.Refuse(refusal);
        }

        var found = await matches.CountAsync(new CatalogAsk(criteria, activityKey, ForAsking: true) { DealAmount = await db.DealAmountAsync(opportunityId, by, ct) }, by, ct);
        if (found.Free > 0 && !wasTried)
        {
            return Outcome<Guid>.Refuse($"{found.Free} can be asked now. Ask first; what nobody met is recorded after.");
        }

        return await db.WriteAsync<Outcome<Guid>>(
            async stop =>
            {
                var deal = await db.Opportunities.VisibleTo(by, db).SingleOrDefaultAsync(row => row.Id == opportunityId, stop) ?? throw new MissingException("opportunity");
                var standing = await db.UnmetNeeds.Include(row => row.By).SingleOrDefaultAsync(row => row.OpportunityId == deal.Id && row.ActivityKey == found.Activity.Key && row.ClosedAt == null, stop);
                if (standing is not null && !by.MayTakeBack(standing.ById, deal.OwnerId))
                {
                    return Outcome<Guid>.Refuse($"{standing.By!.Name} has recorded it for this opportunity already.");
                }

                var need = await NoteAsync(deal, found, criteria, by, stop);
                await db.SaveChangesAsync(stop);
                return need.Id;
            },
            ct);
    }

    /// <summary>Takes a need back: who recorded it, whose deal it is, and who runs the program may.</summary>
    public Task<Outcome> TakeBackAsync(Guid id, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.AskForReference);
        return db.WriteAsync(
            async stop =>
            {
                var need = await db.UnmetNeeds.Include(row => row.Opportunity).SingleOrDefaultAsync(row => row.Id == id && db.Opportunities.VisibleTo(by, db).Any(deal => deal.Id == row.OpportunityId), stop)
                    ?? throw new MissingException("unmet demand");
                if (!by.MayTakeBack(need.ById, need.Opportunity!.OwnerId))
                {
                    throw new ForbiddenException("Who recorded it, the deal's owner and the program manager take it back.");
                }

                if (need.ClosedAt is null)
                {
                    need.Close(clock.UtcNow());
                    history.Record(by, SubjectKind.Opportunity, need.OpportunityId, "unmet-taken-back", "Took back that no reference met its need");
                    await db.SaveChangesAsync(stop);
                }

                return Outcome.Done;
            },
            ct);
    }

    /// <summary>A reference agreed for a deal: what it needed of this activity type is met. The caller saves.</summary>
    internal static async Task MetAsync(ReferenceHubDbContext db, HistoryLog history, Guid? opportunityId, ActivityType activity, Viewer by, DateTime now, CancellationToken ct)
    {
        var need = await db.UnmetNeeds.SingleOrDefaultAsync(row => row.OpportunityId == opportunityId && row.ActivityKey == activity.Key && row.ClosedAt == null, ct);
        if (need is not null)
        {
            need.Close(now);
            history.Record(by, SubjectKind.Opportunity, need.OpportunityId, "unmet-met", $"A reference agreed: its need is met ({activity.Name})");
        }
    }

    private async Task<UnmetNeed> NoteAsync(Opportunity deal, FoundCount found, Criteria criteria, Viewer by, CancellationToken ct)
    {
        var (key, fitting, now) = (found.Activity.Key, found.Total, clock.UtcNow());
        var need = await db.UnmetNeeds.SingleOrDefaultAsync(row => row.OpportunityId == deal.Id && row.ActivityKey == key, ct);
        var wasClosed = need is { ClosedAt: not null };
        var isNews = need is null || wasClosed || need.Criteria != criteria.ToQuery();
        if (need is null)
        {
            need = new UnmetNeed(ids.Next(), deal.Id, key, criteria, fitting, by.UserId, now);
            db.UnmetNeeds.Add(need);
        }
        else
        {
            need.Record(criteria, fitting, by.UserId, now);
        }

        if (isNews)
        {
            history.Record(by, SubjectKind.Opportunity, deal.Id, wasClosed ? "unmet-reopened" : "unmet-recorded", $"Recorded{(wasClosed ? " again" : "")} that no reference met its need ({found.Activity.Name})");
        }

        return need;
    }
}
