using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>What an activity type asks for before a request is sent, and what is told of it while it is written.</summary>
public sealed class SendGateTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Without_the_agreement_that_a_type_needs_nothing_is_sent()
    {
        await DemandAsync(gate: true, nda: true);
        (await SendAsync(program.Need())).Field.ShouldBe(nameof(RequestNeed.NdaInPlace));
        (await SendAsync(program.Need() with { NdaInPlace = true })).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Below_the_gate_a_sponsor_is_asked_for_where_the_type_says_so()
    {
        await program.Database.Change(QualifyAsync);
        (await SendAsync(program.Need())).Field.ShouldBe(nameof(RequestNeed.Sponsor));
        await DemandAsync(gate: false, nda: false);
        (await SendAsync(program.Need())).Refusal.ShouldBeNull();
        (await SendAsync(program.Need() with { NeededBy = DateOnly.FromDateTime(program.Clock.Now) })).Refusal!.ShouldContain("rush");
    }

    [Fact]
    public async Task What_stands_in_the_way_is_told_while_it_is_written()
    {
        await DemandAsync(gate: true, nda: true);
        var today = DateOnly.FromDateTime(program.Clock.Now);
        (await WarningsAsync(program.Need() with { NeededBy = today })).ShouldBe([nameof(RequestNeed.NdaInPlace), nameof(RequestNeed.Sponsor)]);
        (await WarningsAsync(program.Need() with { NeededBy = today.AddDays(-1), NdaInPlace = true, Sponsor = "Carla Bianchi" })).ShouldBe([nameof(RequestNeed.NeededBy)]);
        (await WarningsAsync(program.Need() with { OpportunityId = null, NdaInPlace = true, NeededBy = null })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Industry_and_region_of_a_prospect_are_terms()
    {
        (await SendAsync(program.Need() with { ProspectIndustry = "no-such-thing" })).Field.ShouldBe(nameof(RequestNeed.ProspectIndustry));
        (await SendAsync(program.Need() with { ProspectRegion = "no-such-thing" })).Field.ShouldBe(nameof(RequestNeed.ProspectRegion));
    }

    private static async Task QualifyAsync(ReferenceHubDbContext db)
    {
        var deal = await db.Opportunities.SingleAsync();
        deal.Describe(deal.Facts with { StageKey = "qualify" });
    }

    private Task DemandAsync(bool gate, bool nda) => program.Database.Change(async db =>
        (await db.ActivityTypes.SingleAsync(type => type.Key == ActivityKeys.SalesCall)).Demand(new ActivityTerms(0, gate, nda, [])));

    private Task<Outcome<int>> SendAsync(RequestNeed need) => program.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(null, need, program.Rep, default));

    private async Task<IEnumerable<string?>> WarningsAsync(RequestNeed need)
    {
        var type = await program.Database.Read(db => db.ActivityTypes.SingleAsync(type => type.Key == ActivityKeys.SalesCall));
        var promise = await program.Ask<RequestPromises, Promise>(promises => promises.ForAsync(type, program.Rep.UserId, default));
        return (await program.Ask<SendWarnings, IReadOnlyList<Outcome>>(warnings => warnings.OfAsync(need, type, promise, program.Rep, default))).Select(warning => warning.Field);
    }
}
