using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>Deals entered and corrected by hand.</summary>
public sealed class OpportunityService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    /// <summary>Enters a deal; without a key of the CRM it gets a number of ours. Only those who run the program enter deals of others.</summary>
    public Task<Outcome<Guid>> CreateAsync(string? externalId, DealFacts facts, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.AskForReference);
        return db.WriteAsync<Outcome<Guid>>(
            async ct =>
            {
                var key = string.IsNullOrWhiteSpace(externalId) ? await DrawKeyAsync(db, ct) : externalId.Trim();
                if (await db.Opportunities.AnyAsync(deal => deal.ExternalId == key, ct))
                {
                    return Outcome<Guid>.Refuse($"There is a deal {key} already.", nameof(Opportunity.ExternalId));
                }

                var deal = new Opportunity(ids.Next(), key, await OwnedAsync(facts, null, by, ct), clock.UtcNow(), by.Can(Right.RunProgram));
                await ReachAsync(deal, facts, ct);
                db.Opportunities.Add(deal);
                history.Record(by, SubjectKind.Opportunity, deal.Id, "created", $"Entered deal {deal.ExternalId}");
                await db.SaveChangesAsync(ct);
                return deal.Id;
            },
            ct);
    }

    /// <summary>Changes a deal as it was at <paramref name="version"/>.</summary>
    public async Task ChangeAsync(Guid id, int version, DealFacts facts, Viewer by, CancellationToken ct)
    {
        var deal = await db.Opportunities.VisibleTo(by, db).SingleOrDefaultAsync(deal => deal.Id == id, ct) ?? throw new MissingException("opportunity");
        if (!by.MayEditDealOf(deal.OwnerId))
        {
            throw new ForbiddenException("Only its owner and the program manager change a deal.");
        }

        if (deal.Version != version)
        {
            throw new StaleVersionException("deal");
        }

        var before = deal.Facts;
        deal.Describe(await OwnedAsync(facts, deal.OwnerId, by, ct), by.Can(Right.RunProgram));
        await ReachAsync(deal, facts, ct);
        var changes = DealChanges.Between(before, deal.Facts);
        if (changes.Count > 0)
        {
            history.Record(by, SubjectKind.Opportunity, deal.Id, "edited", $"Changed deal {deal.ExternalId}", changes);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Stands by the amount that a seller has entered, as it was at <paramref name="version"/>: from then on the deal is as large as it says.</summary>
    public Task<Outcome> ConfirmAmountAsync(Guid id, int version, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.RunProgram);
        return db.WriteAsync<Outcome>(
            async token =>
            {
                var deal = await db.Opportunities.VisibleTo(by, db).SingleOrDefaultAsync(deal => deal.Id == id, token) ?? throw new MissingException("opportunity");
                if (deal.Version != version)
                {
                    throw new StaleVersionException("deal");
                }

                deal.ConfirmAmount();
                history.Record(by, SubjectKind.Opportunity, deal.Id, "confirmed-amount", "Confirmed the amount");
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>A key of our own for a deal the CRM does not name; call inside a write.</summary>
    internal static async Task<string> DrawKeyAsync(ReferenceHubDbContext db, CancellationToken ct) => $"D-{await NumberSeries.DrawAsync(db, "deals", ct)}";

    private async Task<DealFacts> OwnedAsync(DealFacts facts, Guid? present, Viewer by, CancellationToken ct)
    {
        var owner = by.Can(Right.RunProgram) ? facts.OwnerId : present ?? by.ActorId;
        if (owner is null)
        {
            return facts with { OwnerId = null };
        }

        var name = await db.Users.Where(user => user.Id == owner).Select(user => user.Name).SingleOrDefaultAsync(ct) ?? throw new MissingException("person");
        return facts with { OwnerId = owner, OwnerName = name };
    }

    private async Task ReachAsync(Opportunity deal, DealFacts facts, CancellationToken ct)
    {
        if (facts.StageKey is not null && await db.DealStages.AsNoTracking().SingleOrDefaultAsync(stage => stage.Key == facts.StageKey, ct) is { } stage)
        {
            deal.Reach(stage);
        }
    }
}
