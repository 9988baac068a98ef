using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Two deals that were entered for the same become one, and nothing that was asked or used is lost.</summary>
public sealed class DealMergeTests : IDisposable
{
    private readonly SmallProgram program = new();

    [Fact]
    public async Task Requests_uses_sight_and_unknown_facts_move_to_the_deal_that_stays()
    {
        var number = await program.SubmitAsync();
        var duplicate = await DealOfRequestAsync(number);
        var survivor = new Opportunity(Given.Id(), "OPP-0001", new DealFacts { Name = "Northwind bank", Currency = "EUR", StageKey = "qualify" }, program.Clock.Now);
        await program.Database.Add(survivor);
        await LogUseAsync(duplicate);
        await program.Database.Change(async db => (await db.Opportunities.SingleAsync(deal => deal.Id == duplicate)).Describe(
            (await db.Opportunities.AsNoTracking().SingleAsync(deal => deal.Id == duplicate)).Facts with { AmountMinor = 12_000_00, AccountName = "Northwind" }));

        await MergeAsync(survivor.Id, duplicate);

        var kept = await program.Database.Read(db => db.Opportunities.SingleAsync(deal => deal.Id == survivor.Id));
        (kept.Name, kept.AccountName, kept.AmountMinor, kept.OwnerId, kept.StageKey).ShouldBe(("Northwind bank", "Northwind", 12_000_00, program.Rep.UserId, "qualify"));
        (await DealOfRequestAsync(number)).ShouldBe(survivor.Id);
        var story = await program.Ask<DealRequestQueries, DealStory>(queries => queries.OfAsync(survivor.Id, program.Rep, default));
        story.Requests.ShouldHaveSingleItem().Number.ShouldBe(number);
        story.Logged.ShouldHaveSingleItem().CustomerName.ShouldBe("Alpenbank AG");
        (await program.Ask<OpportunityQueries, Guid?>(queries => queries.SurvivorAsync(duplicate, program.Rep, default))).ShouldBe(survivor.Id);
        (await program.Ask<OpportunityQueries, OpportunityPage>(queries => queries.PageAsync(new OpportunitySearch(), program.Manager, default))).Total.ShouldBe(1);
        await Should.ThrowAsync<MissingException>(() => program.Ask<OpportunityQueries, OpportunityDetail>(queries => queries.DetailAsync(duplicate, program.Manager, default)));
        (await program.Ask<DealHistoryQueries, IReadOnlyList<DealHistoryLine>>(queries => queries.OfAsync(survivor.Id, null, program.Manager, default)))
            .ShouldContain(line => line.Summary == "Merged deal OPP-1 into OPP-0001");
    }

    [Fact]
    public async Task Who_saw_the_duplicate_sees_the_survivor_without_its_amount()
    {
        var (mine, foreign) = (Given.Opportunity(program.OtherRep.UserId), Given.Opportunity(program.Rep.UserId));
        await program.Database.Add(mine, foreign);

        await MergeAsync(foreign.Id, mine.Id);

        var seen = await program.Ask<OpportunityQueries, OpportunityDetail>(queries => queries.DetailAsync(foreign.Id, program.OtherRep, default));
        seen.Row.AmountHidden.ShouldBeTrue();
    }

    [Fact]
    public async Task A_signpost_follows_when_its_deal_is_merged_in_its_turn()
    {
        var deals = Enumerable.Range(0, 3).Select(_ => Given.Opportunity()).ToArray();
        await program.Database.Add([.. deals]);

        await MergeAsync(deals[1].Id, deals[0].Id);
        await MergeAsync(deals[2].Id, deals[1].Id);

        (await program.Ask<OpportunityQueries, Guid?>(queries => queries.SurvivorAsync(deals[0].Id, program.Manager, default))).ShouldBe(deals[2].Id);
        await Should.ThrowAsync<MissingException>(() => MergeAsync(deals[2].Id, deals[0].Id));
        await Should.ThrowAsync<IllegalMoveException>(() => MergeAsync(deals[2].Id, deals[2].Id));
    }

    [Fact]
    public async Task Only_who_runs_the_program_merges() =>
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<DealMerge>(merge => merge.MergeAsync(Given.Id(), Given.Id(), Given.Viewer(Roles.Marketing), default)));

    [Theory]
    [InlineData("D-1", "Acme GTX Pro", "D-2", "Acme GTX Pro", true)]
    [InlineData("D-1", "Acme GTX Pro", "D-2", "Acme GTXPro", true)]
    [InlineData("OPP-001", "One", "opp001", "Quite another", true)]
    [InlineData("D-1", "Acme phase 1", "D-2", "Acme phase 2", false)]
    [InlineData("D-1", "Acme GTX Pro", "D-2", "Acme MG Special", false)]
    public void Deals_are_alike_by_id_or_by_account_and_name(string id, string name, string otherId, string otherName, bool alike) =>
        DealLikeness.AreAlike(Deal(id, name), Deal(otherId, otherName)).ShouldBe(alike);

    [Fact]
    public void One_account_buys_the_same_more_than_once()
    {
        var first = Deal("D-1", "Acme GTX Pro", new DateOnly(2026, 1, 31), 100);
        DealLikeness.AreAlike(first, Deal("D-2", "Acme GTX Pro", new DateOnly(2026, 5, 31), 100)).ShouldBeFalse();
        DealLikeness.AreAlike(first, Deal("D-2", "Acme GTX Pro", new DateOnly(2026, 1, 31), 200)).ShouldBeFalse();
        DealLikeness.AreAlike(first, Deal("D-2", "Acme GTX Pro", new DateOnly(2026, 1, 31))).ShouldBeTrue();
        DealLikeness.AreAlike(first, first).ShouldBeFalse();
    }

    [Fact]
    public async Task Groups_of_the_same_are_listed()
    {
        await program.Database.Add(Deal("A-1", "Same", amount: 5), Deal("A-2", "Same", amount: 5), Deal("A-3", "Same", amount: 6));
        var groups = await program.Ask<DealDuplicateQueries, IReadOnlyList<IReadOnlyList<DealTwin>>>(queries => queries.GroupsAsync(program.Manager, default));
        groups.ShouldHaveSingleItem().Select(twin => twin.ExternalId).ShouldBe(["A-1", "A-2"]);
    }

    public void Dispose() => program.Dispose();

    private static Opportunity Deal(string id, string name, DateOnly? closes = null, long? amount = null) =>
        new(Given.Id(), id, new DealFacts { Name = name, AccountName = "Acme", Currency = "EUR", ClosesOn = closes, AmountMinor = amount }, FakeClock.Start);

    private Task<Guid> DealOfRequestAsync(int number) =>
        program.Database.Read(db => db.Requests.Where(request => request.Number == number).Select(request => request.OpportunityId!.Value).SingleAsync());

    private Task MergeAsync(Guid survivor, Guid duplicate) => program.Do<DealMerge>(merge => merge.MergeAsync(survivor, duplicate, program.Manager, default));

    private Task LogUseAsync(Guid dealId) => program.Do<LedgerService>(service => service.LogAsync(
        new LogUse(program.CustomerId, null, ActivityKeys.Analyst, new DateOnly(2026, 3, 3), null, "Outside", UseSource.Outside, dealId), program.Manager, default));
}
