using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Whether a need may be sent: for an open deal among those that the sender may name, in time, with a sponsor where one is asked for.</summary>
internal sealed record SendRule(RequestNeed Need, ActivityType Type, IQueryable<Opportunity> Deals)
{
    /// <summary>When the first yes is promised (UTC).</summary>
    public DateTime? PromisedAt { get; init; }

    /// <summary>The needed-by day that it had; it may stay.</summary>
    public DateOnly? NeededByBefore { get; init; }

    /// <summary>Why it may not be sent, or null.</summary>
    public async Task<Outcome?> WhyNotAsync(ReferenceHubDbContext db, TimeProvider clock, CancellationToken ct)
    {
        if ((NeedCheck.WhyIncomplete(Need) ?? await WhyNotForDealAsync(ct)) is { } no)
        {
            return no;
        }

        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var zone = await db.ProgramZoneAsync(ct);
        var wrongDay = Need.NeededBy is { } day && day != NeededByBefore ? NeededByRule.WhyNot(day, Type, today) : null;
        return wrongDay ?? WhyNotOpen() ?? await WhyNotUnsponsoredAsync(db, PromisedAt is { } due ? Zones.DateIn(zone, due) : today, ct);
    }

    /// <summary>What will stand in the way when it is sent, of all that can be told while it is written.</summary>
    public async Task<IReadOnlyList<Outcome>> WarningsAsync(ReferenceHubDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var promised = PromisedAt is { } due ? Zones.DateIn(await db.ProgramZoneAsync(ct), due) : today;
        var late = Need.NeededBy is { } day ? NeededByRule.WhyNot(day, Type, today) : null;
        return [.. new[] { late, WhyNotOpen(), await WhyNotUnsponsoredAsync(db, promised, ct) }.OfType<Outcome>()];
    }

    /// <summary>Why it serves no deal, or asks for nothing; null when it does both.</summary>
    public async Task<Outcome?> WhyNotForDealAsync(CancellationToken ct)
    {
        if (NeedCheck.WhyIncomplete(Need, asksPeople: false) is { } incomplete)
        {
            return incomplete;
        }

        return await Deals.Where(row => row.Id == Need.OpportunityId).Select(row => (DealOutcome?)row.Outcome).SingleOrDefaultAsync(ct) switch
        {
            null => Outcome.Refuse("Choose the opportunity this is for.", nameof(Need.OpportunityId)),
            DealOutcome.Open => null,
            var over => Outcome.Refuse($"This opportunity is {(over == DealOutcome.Won ? "won" : "lost")} already. Choose an open one.", nameof(Need.OpportunityId)),
        };
    }

    private async Task<Outcome?> WhyNotUnsponsoredAsync(ReferenceHubDbContext db, DateOnly promised, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Need.Sponsor))
        {
            return null;
        }

        if (Need.NeededBy < promised)
        {
            return Outcome.Refuse("You need it before the promised date. Name a manager who stands behind the rush.", nameof(Need.Sponsor));
        }

        if (!Type.AsksGate)
        {
            return null;
        }

        var stages = await db.DealStages.AsNoTracking().ToListAsync(ct);
        var gate = stages.Find(stage => stage.IsGate);
        var deal = await Deals.Where(row => row.Id == Need.OpportunityId).Select(row => new { row.StageKey }).SingleOrDefaultAsync(ct);
        if (deal is null)
        {
            return null;
        }

        var here = stages.Find(stage => stage.Key == deal.StageKey);
        return gate is not null && (here is null || here.Place < gate.Place)
            ? Outcome.Refuse($"This opportunity has not reached {gate.Name} yet. Name a manager who stands behind asking this early.", nameof(Need.Sponsor))
            : null;
    }

    // What is talked about needs an agreement first.
    private Outcome? WhyNotOpen() => Type.AsksNda && !Need.NdaInPlace
        ? Outcome.Refuse($"{Type.Name} needs a non-disclosure agreement with the prospect. Tick it once it is in place; until then keep a draft.", nameof(Need.NdaInPlace))
        : null;
}
