using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Deals;

/// <summary>What a deal remembers, and who may do what with it.</summary>
public sealed class DealTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public void A_deal_remembers_the_highest_stage_it_reached()
    {
        var deal = Given.Opportunity();
        deal.Reach(new DealStage(Given.Id(), "negotiate", "Negotiate", 4, false));
        deal.Reach(new DealStage(Given.Id(), "qualify", "Qualify", 1, false));
        (deal.StageKey, deal.HighestStage).ShouldBe(("qualify", 4));

        deal.Describe(deal.Facts with { StageKey = null, Outcome = DealOutcome.Won });
        (deal.StageKey, deal.HighestStage, deal.Outcome).ShouldBe(("qualify", 4, DealOutcome.Won));
    }

    [Fact]
    public async Task The_shipped_stages_have_their_gate_at_the_third()
    {
        var stages = await database.Ask<DealStages, IReadOnlyList<DealStage>>(stages => stages.AllAsync(CancellationToken.None));
        stages.Select(stage => stage.Name).ShouldBe(["Qualify", "Discover", "Proposal", "Negotiate"]);
        stages.GatePlace().ShouldBe(3);
    }

    [Fact]
    public async Task A_change_is_remembered_and_its_amount_is_for_those_who_may_know_it()
    {
        var (owner, other) = (Given.User(), Given.User());
        var deal = Given.Opportunity(owner.Id);
        await database.Add(owner, other, deal);
        await database.Do<OpportunityService>(service => service.ChangeAsync(deal.Id, 1, deal.Facts with { AmountMinor = 5_00, ClosesOn = new DateOnly(2027, 2, 1) }, owner.AsViewer(), CancellationToken.None));

        var seen = await database.Ask<DealHistoryQueries, IReadOnlyList<DealHistoryLine>>(history => history.OfAsync(deal.Id, owner.Id, owner.AsViewer(), CancellationToken.None));
        seen.ShouldHaveSingleItem().Changes.ShouldContain(new FieldChange("Amount", "EUR 100000", "EUR 5", true));
        var hidden = await database.Ask<DealHistoryQueries, IReadOnlyList<DealHistoryLine>>(history => history.OfAsync(deal.Id, owner.Id, other.AsViewer(), CancellationToken.None));
        hidden.ShouldHaveSingleItem().Changes.Select(change => change.Field).ShouldBe(["Closes on", "Owner"]);
    }

    [Fact]
    public async Task Only_the_owner_and_the_program_manager_change_a_deal()
    {
        var marketing = Given.User(Roles.Marketing);
        var deal = Given.Opportunity();
        await database.Add(marketing, deal);
        await Should.ThrowAsync<ForbiddenException>(() =>
            database.Do<OpportunityService>(service => service.ChangeAsync(deal.Id, 1, deal.Facts, marketing.AsViewer(), CancellationToken.None)));
        await Should.ThrowAsync<StaleVersionException>(() =>
            database.Do<OpportunityService>(service => service.ChangeAsync(deal.Id, 7, deal.Facts, Given.Viewer(), CancellationToken.None)));
    }

    [Fact]
    public async Task A_key_of_the_crm_names_one_deal()
    {
        var rep = Given.User();
        await database.Add(rep);
        var facts = new DealFacts { Name = "Northwind", Currency = "EUR", StageKey = "proposal" };
        (await CreateAsync("N-1")).IsDone.ShouldBeTrue();
        (await CreateAsync("N-1")).Refusal.ShouldBe("There is a deal N-1 already.");

        Task<Outcome<Guid>> CreateAsync(string key) =>
            database.Ask<OpportunityService, Outcome<Guid>>(service => service.CreateAsync(key, facts, rep.AsViewer(), CancellationToken.None));
    }
}
