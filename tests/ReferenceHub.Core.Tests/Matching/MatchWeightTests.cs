using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>What a match weighs is the manager's to say.</summary>
public sealed class MatchWeightTests : IDisposable
{
    private static readonly MatchWeights Others = new(40, 30, 20, 10) { Facets = MatchWeights.Default.Facets.SetItem(Facet.Industry, 9) };

    private readonly TestDatabase database = TestDatabase.Create();
    private readonly Viewer manager = Given.Viewer(Roles.ProgramManager, "Paula Meier");

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Saved_weights_count_in_the_next_search()
    {
        await database.Add(Given.Customer());
        (await FitAsync()).ShouldBe(MatchWeights.Default.Fit);
        (await KnownAsync()).ShouldBe(MatchWeights.Default);
        (await SetAsync(Others, 0)).Refusal.ShouldBeNull();
        (await FitAsync()).ShouldBe(Others.Fit);
        var known = await KnownAsync();
        known.Parts.ShouldBe(Others.Parts);
        known.Of(Facet.Industry).ShouldBe(9);
        known.Of(Facet.Product).ShouldBe(3);
    }

    [Fact]
    public async Task History_says_who_changed_what_from_what_to_what()
    {
        await SetAsync(Others, 0);
        var change = (await ReadAsync()).Changes.ShouldHaveSingleItem();
        change.ActorName.ShouldBe("Paula Meier");
        change.Changes.Select(field => $"{field.Field} {field.Before}→{field.After}").ShouldBe(["Fit 60→40", "Availability 20→30", "Freshness 10→20", "Industry 3→9"]);
    }

    [Fact]
    public async Task What_changes_nothing_leaves_no_line()
    {
        (await SetAsync(MatchWeights.Default, 0)).IsDone.ShouldBeTrue();
        (await ReadAsync()).ShouldSatisfyAllConditions(settings => settings.Version.ShouldBe(0), settings => settings.Changes.ShouldBeEmpty());
    }

    [Fact]
    public async Task Of_two_who_change_them_at_once_the_second_is_told()
    {
        await SetAsync(Others, 0);
        await Should.ThrowAsync<StaleVersionException>(() => SetAsync(MatchWeights.Default, 0));
        (await SetAsync(MatchWeights.Default, 1)).IsDone.ShouldBeTrue();
        (await ReadAsync()).Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(60, 20, 10, 9, "add up to 100 points; these make 99")]
    [InlineData(120, -20, 0, 0, "0 to 100 points")]
    public async Task Points_that_are_none_are_refused(int fit, int availability, int freshness, int quality, string because)
    {
        var outcome = await SetAsync(new MatchWeights(fit, availability, freshness, quality), 0);
        outcome.Field.ShouldBe(MatchWeightService.PartsField);
        outcome.Refusal!.ShouldContain(because);
        (await database.Read(db => db.MatchWeightings.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Marketing)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Nobody_else_reads_or_changes_them(Roles roles)
    {
        var viewer = Given.Viewer(roles);
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<MatchWeightService, WeightSettings>(service => service.ReadAsync(viewer, default)));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<MatchWeightService, Outcome>(service => service.SetAsync(Others, 0, viewer, default)));
    }

    private Task<Outcome> SetAsync(MatchWeights weights, int version) => database.Ask<MatchWeightService, Outcome>(service => service.SetAsync(weights, version, manager, default));

    private Task<WeightSettings> ReadAsync() => database.Ask<MatchWeightService, WeightSettings>(service => service.ReadAsync(manager, default));

    // Nothing is asked for, so that everybody has all points of fit.
    private async Task<int> FitAsync()
    {
        var answer = await database.Ask<MatchQueries, CatalogAnswer>(matches => matches.SearchAsync(new CatalogAsk(Criteria.None), manager, default));
        return answer.Result.Rows.ShouldHaveSingleItem().Score.Fit;
    }

    private Task<MatchWeights> KnownAsync() => database.Ask<MatchWeightCache, MatchWeights>(cache => cache.GetAsync(default).AsTask());
}
