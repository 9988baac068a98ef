using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>The answer to moving a use to another day.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="FreeOn">Where a limit refused: the first day on which every limit would allow it.</param>
public sealed record UseMoved(Outcome Outcome, DateOnly? FreeOn);

/// <summary>Plans a reserved or agreed use for another day, within the limits of that day. A time that is agreed with everybody is not moved behind their backs.</summary>
public sealed class UseMoves(ReferenceHubDbContext db, RequestDoor door, ReservationService reservations, UsageQueries uses, Notices notices)
{
    /// <summary>Field of a refusal because somebody else moved the use meanwhile, or it is over.</summary>
    public const string Stale = "Was";

    /// <summary>Field of a refusal because a time is agreed: another one is offered to those concerned.</summary>
    public const string Agreed = "Agreed";

    /// <summary>Moves it from the day that the person saw to another.</summary>
    public async Task<UseMoved> MoveAsync(Guid customerId, Guid useId, DateOnly was, DateOnly to, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (number, candidateId) = await db.MovedBehindAsync(customerId, useId, by, ct);
        LimitRefusal? limit = null;
        var outcome = await door.OnAsync(
            number,
            by,
            async (request, moment, stop) =>
            {
                request.MustBeDrivenBy(by);
                var candidate = request.CandidateOf(candidateId);
                await db.HoldLedgerAsync(candidate.CustomerId, stop);
                var use = (await uses.UsesAsync(candidate.CustomerId, stop)).FirstOrDefault(use => use.UseId == useId);
                var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, stop);
                if (WhyNot(use, was, to, await EarliestAsync(candidate, moment, stop)) is { } no)
                {
                    return no;
                }

                if (use!.On == to)
                {
                    return Outcome.Done;
                }

                if (candidate.ScheduledFor is not null && type.HasTime)
                {
                    return Outcome.Refuse("A time is agreed and everybody has it in their calendar. Offer other times on the request: once one is chosen, the use moves with it.", Agreed);
                }

                var move = new MoveUse(to, candidate.ContactId, use.State == UseState.Planned, DealAmount: await db.DealAmountAsync(request.OpportunityId, stop), HeedPauses: true);
                limit = (await reservations.MoveAsync(useId, move, by, stop)).Refusal;
                if (limit is not null)
                {
                    return Outcome.Refuse(limit.Sentence, LimitOutcome.Field);
                }

                await PlanAsync(request, candidate, was, to, moment, stop);
                return Outcome.Done;
            },
            ct);
        return new UseMoved(outcome, outcome.Field == LimitOutcome.Field ? limit?.FreeOn : null);
    }

    private static Outcome? WhyNot(Use? use, DateOnly was, DateOnly to, DateOnly earliest) => use switch
    {
        not { State: UseState.Pending or UseState.Planned } => Outcome.Refuse("This use is over, or was given back: nothing is left to move.", Stale),
        _ when use.On != was && use.On != to => Outcome.Refuse($"Somebody else has moved it to {LimitWords.Day(use.On)} meanwhile. Look again, then choose a day.", Stale),
        _ when to < earliest => Outcome.Refuse("Choose a day that lies ahead.", nameof(Use.On)),
        _ when to > earliest.AddDays(AheadRule.FurthestDays) => Outcome.Refuse("Choose a day within the next two years.", nameof(Use.On)),
        _ => null,
    };

    // A date of today may have a time that has passed.
    private async Task<DateOnly> EarliestAsync(Candidate candidate, Moment moment, CancellationToken ct) =>
        (await db.ProgramDayAsync(moment.Now, ct)).AddDays(candidate.ScheduledFor is null ? 0 : 1);

    // A date of a kind that takes place at no time moves along; nobody has an entry in a calendar.
    private async Task PlanAsync(ReferenceRequest request, Candidate candidate, DateOnly was, DateOnly to, Moment moment, CancellationToken ct)
    {
        if (candidate.ScheduledFor is { } at)
        {
            var zone = await db.ProgramZoneAsync(ct);
            var moved = Zones.UtcOf(zone, to.ToDateTime(TimeOnly.FromDateTime(Zones.LocalIn(zone, at))));
            request.Schedule(moment, candidate.Id, moved, null);
        }
        else
        {
            request.PlanOtherDay(moment, candidate.Id, was, to);
        }

        var late = request.NeededBy is { } needed && to > needed ? $" That is after {LimitWords.Day(needed)}, by when it is needed." : "";
        var people = (await db.WhoRunsAsync(request, ct)).Append(request.RequesterId).Distinct().ToList();
        await notices.TellAsync(
            people, MessageKinds.DayMoved, $"{await db.AboutAsync(request, ct)}: planned for {LimitWords.Day(to)}",
            $"Before, it was planned for {LimitWords.Day(was)}.{late}", string.Create(CultureInfo.InvariantCulture, $"/requests/{request.Number}"), moment.By.ActorId, ct);
    }
}
