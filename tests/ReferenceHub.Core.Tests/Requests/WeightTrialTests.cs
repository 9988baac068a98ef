using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Other weights are tried on what was asked lately: the fresh bank beside the stale one that runs Atlas.</summary>
public sealed class WeightTrialTests : IDisposable
{
    private static readonly MatchWeights FitOnly = new(100, 0, 0, 0);
    private static readonly MatchWeights FreshOnly = new(0, 0, 100, 0);

    private readonly SmallProgram program = new();
    private readonly Customer stale = Given.Customer("Stale Atlas Bank");
    private readonly Customer fresh = Given.Customer("Fresh Bank");

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Matches_before_and_after_stand_side_by_side_with_their_moves()
    {
        await BanksAsync();
        await program.SubmitAsync(Wishing("industry=banking&prefer=product:atlas"));
        await WeighAsync(FitOnly);

        var tried = (await TryAsync(FreshOnly)).Requests.ShouldHaveSingleItem();
        tried.Before.Select(match => match.Name).ShouldBe(["Stale Atlas Bank", "Fresh Bank"]);
        tried.After.Select(match => (match.Name, match.Gained)).ShouldBe([("Fresh Bank", 1), ("Stale Atlas Bank", -1)]);
        tried.Criteria.ShouldBe(["Banking", "Atlas"]);
        (await TryAsync(FreshOnly)).OtherFirst.ShouldBe(1);
        (await TryAsync(FitOnly)).Requests.ShouldHaveSingleItem().IsSame.ShouldBeTrue();
    }

    [Fact]
    public async Task The_matches_in_force_are_those_of_triage_also_by_words_that_were_not_understood()
    {
        await BanksAsync();
        var number = await program.SubmitAsync(Wishing("prefer=industry:banking") with { Text = "bank, stale" });
        await WeighAsync(FreshOnly);

        var triage = (await program.Ask<RequestMatches, RequestMatch>(matches => matches.ForAsync(number, program.Manager, default))).Live.Answer.Result.Rows;
        var tried = (await TryAsync(FreshOnly)).Requests.ShouldHaveSingleItem();
        tried.Before.Select(match => (match.CustomerId, match.Score)).ShouldBe(triage.Take(WeightTrials.First).Select(row => (row.CustomerId, row.Score)));
    }

    [Fact]
    public async Task The_place_of_those_who_accepted_is_counted_by_both_weights()
    {
        await BanksAsync();
        await AcceptedAsync(fresh);
        await WeighAsync(FitOnly);

        var places = (await TryAsync(FreshOnly)).Places;
        (places.Counted, places.LeftOut).ShouldBe((1, 0));
        places.Before.Median.ShouldBe(2);
        places.After.Median.ShouldBe(1.5, "Alpenbank AG is as fresh, so both take turns");
        places.After.FirstThree.ShouldBe(1);
    }

    [Fact]
    public async Task One_who_cannot_be_asked_any_more_is_left_out_and_said()
    {
        await BanksAsync();
        await AcceptedAsync(fresh);
        await program.Database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == fresh.Id)).Retire(null));
        (await TryAsync(FitOnly)).Places.ShouldBe(new TriedPlaces(0, 1, new PlaceFigures(null, 0), new PlaceFigures(null, 0)));
    }

    [Fact]
    public async Task Drafts_and_requests_without_criteria_are_not_tried()
    {
        await program.SubmitAsync();
        (await TryAsync(FitOnly)).Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_saved()
    {
        await BanksAsync();
        await program.SubmitAsync(Wishing("industry=banking"));
        await TryAsync(FreshOnly);
        (await program.Database.Read(db => db.MatchWeightings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Only_who_weighs_may_try() =>
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<WeightTrials, WeightTrial>(trials => trials.OfAsync(FitOnly, program.Rep, default)));

    private async Task BanksAsync()
    {
        var terms = await program.Database.Read(db => db.Terms.AsNoTracking().Where(term => term.Key == "banking" || term.Key == "atlas").ToListAsync());
        var (banking, atlas) = (terms.Single(term => term.Kind == TermKind.Industry), terms.Single(term => term.Kind == TermKind.Product));
        foreach (var bank in new[] { stale, fresh })
        {
            bank.Reclassify(banking.Id, null);
        }

        stale.Products.Add(new ProductUse(program.Database.NextId(), stale.Id, atlas.Id));
        fresh.Verify(program.Owner.UserId, program.Clock.Now, DateOnly.FromDateTime(program.Clock.Now));
        await program.Database.Add(stale, fresh);
    }

    private RequestNeed Wishing(string criteria) => program.Need() with { Criteria = criteria };

    private async Task AcceptedAsync(Customer customer)
    {
        var number = await program.SubmitAsync(Wishing("industry=banking&prefer=product:atlas"));
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, customer.Id, null, program.Manager, default));
        var candidate = (await program.RequestAsync(number)).Candidates[^1].Id;
        await program.Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, null, program.Manager, default));
        await program.Database.Change(db => db.Candidates.Where(row => row.Id == candidate).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CandidateState.Accepted)));
    }

    private Task WeighAsync(MatchWeights weights) => program.Do<MatchWeightService>(service => service.SetAsync(weights, 0, program.Manager, default));

    private Task<WeightTrial> TryAsync(MatchWeights weights) => program.Ask<WeightTrials, WeightTrial>(trials => trials.OfAsync(weights, program.Manager, default));
}
