using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Deals;

/// <summary>The manager arranges the open stages; deals keep how far they came.</summary>
public sealed class DealStageTests : IDisposable
{
    private static readonly StageWish[] Shipped = [new("qualify", "Qualify"), new("discover", "Discover"), new("proposal", "Proposal"), new("negotiate", "Negotiate")];

    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task A_stage_in_between_moves_the_places_and_not_how_far_deals_came()
    {
        var (early, late) = (await DealAsync("discover"), await DealAsync("negotiate"));

        (await ArrangeAsync([Shipped[0], Shipped[1], new(null, "Proof of concept"), Shipped[2], Shipped[3]], 4)).Refusal.ShouldBeNull();

        var stages = await StagesAsync();
        stages.Select(stage => (stage.Key, stage.Place)).ShouldBe([("qualify", 1), ("discover", 2), ("proof-of-concept", 3), ("proposal", 4), ("negotiate", 5)]);
        stages.GatePlace().ShouldBe(4);
        (await ReadAsync(early)).ShouldBe(("discover", 2));
        (await ReadAsync(late)).ShouldBe(("negotiate", 5));
    }

    [Fact]
    public async Task Deals_of_a_removed_stage_go_to_the_one_before_it_and_names_may_change()
    {
        var (first, third) = (await DealAsync("qualify"), await DealAsync("proposal"));

        (await ArrangeAsync([new("discover", "Discovery"), new("negotiate", "Negotiate")], 2)).Refusal.ShouldBeNull();

        (await StagesAsync()).Select(stage => stage.Name).ShouldBe(["Discovery", "Negotiate"]);
        (await ReadAsync(first)).ShouldBe(("discover", 1));
        (await ReadAsync(third)).ShouldBe(("discover", 1));
        (await database.Read(db => db.HistoryEvents.SingleAsync())).Summary.ShouldBe("Changed the stages of deals");
    }

    [Fact]
    public async Task Stages_can_change_places()
    {
        var (second, third) = (await DealAsync("discover"), await DealAsync("proposal"));
        (await ArrangeAsync([Shipped[0], Shipped[2], Shipped[1], Shipped[3]], 2)).Refusal.ShouldBeNull();
        (await ReadAsync(second)).ShouldBe(("discover", 3));
        (await ReadAsync(third)).ShouldBe(("proposal", 2));
    }

    [Fact]
    public async Task Nonsense_is_refused_and_nothing_changes()
    {
        (await ArrangeAsync([], 1)).Refusal.ShouldBe("Keep 1 to 12 stages.");
        (await ArrangeAsync([Shipped[0], new(null, "qualify")], 1)).Refusal.ShouldBe("Two stages are called Qualify.");
        (await ArrangeAsync([Shipped[0], new("discover", " ")], 1)).Refusal.ShouldBe("Every stage needs a name.");
        (await ArrangeAsync(Shipped, 0)).Refusal.ShouldBe("Say at which stage the gate stands.");
        await Should.ThrowAsync<StaleVersionException>(() => ArrangeAsync([new("gone", "Gone")], 1));
        await Should.ThrowAsync<ForbiddenException>(() => ArrangeAsync(Shipped, 1, Given.Viewer(Roles.Marketing)));
        (await StagesAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_neither_removed_nor_overwritten()
    {
        var shown = await MarksAsync();
        (await ArrangeAsync([.. Shipped, new(null, "Contract")], 3)).Refusal.ShouldBeNull();
        var deal = await DealAsync("contract");

        await Should.ThrowAsync<StaleVersionException>(() => ArrangeAsync(Shipped, 3, shown: shown));

        (await StagesAsync()).Select(stage => stage.Key).ShouldBe(["qualify", "discover", "proposal", "negotiate", "contract"]);
        (await ReadAsync(deal)).ShouldBe(("contract", 5));

        shown = await MarksAsync();
        (await ArrangeAsync([new("qualify", "Qualifying"), .. Shipped[1..], new("contract", "Contract")], 3)).Refusal.ShouldBeNull();
        await Should.ThrowAsync<StaleVersionException>(() => ArrangeAsync([.. Shipped, new("contract", "Contract")], 3, shown: shown));
        (await StagesAsync())[0].Name.ShouldBe("Qualifying");
    }

    [Fact]
    public async Task What_the_crm_calls_a_stage_is_kept_changed_and_forgotten()
    {
        (await MeanAsync("Engaging", "discover")).Refusal.ShouldBeNull();
        (await MeanAsync("Closed Won", "won")).Refusal.ShouldBeNull();
        (await MeanAsync("engaging ", "proposal")).Refusal.ShouldBeNull();
        (await MeanAsync("Odd", "nowhere")).Refusal.ShouldNotBeNull();
        (await MeanAsync(" ", "won")).Refusal.ShouldNotBeNull();

        (await NamesAsync()).ShouldBe([new StageName("CLOSED WON", "won"), new StageName("ENGAGING", "proposal")], ignoreOrder: true);
        (await database.Ask<StageNames, Outcome>(names => names.ForgetAsync("ENGAGING", Given.Viewer(), default))).IsDone.ShouldBeTrue();
        (await NamesAsync()).Count.ShouldBe(1);
    }

    public void Dispose() => database.Dispose();

    private async Task<Outcome> ArrangeAsync(IReadOnlyList<StageWish> wishes, int gate, Viewer? by = null, IReadOnlyList<StageMark>? shown = null)
    {
        shown ??= await MarksAsync();
        return await database.Ask<DealStageService, Outcome>(service => service.ArrangeAsync(wishes, gate, shown, by ?? Given.Viewer(), default));
    }

    private async Task<IReadOnlyList<StageMark>> MarksAsync() => [.. (await StagesAsync()).Select(stage => new StageMark(stage.Key, stage.Version))];

    private Task<Outcome> MeanAsync(string value, string choice) => database.Ask<StageNames, Outcome>(names => names.MeanAsync(value, choice, Given.Viewer(), default));

    private Task<IReadOnlyList<StageName>> NamesAsync() => database.Ask<StageNames, IReadOnlyList<StageName>>(names => names.AllAsync(default));

    private Task<IReadOnlyList<DealStage>> StagesAsync() => database.Ask<DealStages, IReadOnlyList<DealStage>>(stages => stages.AllAsync(default));

    private async Task<Guid> DealAsync(string stage)
    {
        var deal = Given.Opportunity();
        deal.Reach((await StagesAsync()).Named(stage)!);
        await database.Add(deal);
        return deal.Id;
    }

    private Task<(string? Stage, int Highest)> ReadAsync(Guid id) =>
        database.Read(async db => await db.Opportunities.Where(deal => deal.Id == id).Select(deal => new ValueTuple<string?, int>(deal.StageKey, deal.HighestStage)).SingleAsync());
}
