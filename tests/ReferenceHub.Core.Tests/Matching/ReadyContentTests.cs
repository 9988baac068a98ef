using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Which content is offered to whom, from the database.</summary>
public sealed class ReadyContentTests : IAsyncLifetime
{
    private ContentScene scene = null!;

    public async Task InitializeAsync() => scene = await ContentScene.MakeAsync();

    public Task DisposeAsync()
    {
        scene.Database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_story_about_the_product_is_offered_with_the_reason()
    {
        await StoryAsync("Alpenbank", "atlas");
        await StoryAsync("Rheinbank", "comet");

        var asset = (await OfferedAsync("product=atlas")).ShouldHaveSingleItem();

        (asset.CustomerName, asset.LanguageName).ShouldBe(("Alpenbank", "English"));
        asset.Why.About.ShouldBe(["Atlas"]);
    }

    [Fact]
    public async Task What_is_published_or_withdrawn_meanwhile_shows_in_the_next_offer()
    {
        await StoryAsync("Alpenbank", "atlas");
        (await OfferedAsync("product=atlas")).Count.ShouldBe(1);

        var second = await StoryAsync("Rheinbank", "atlas");
        (await OfferedAsync("product=atlas")).Count.ShouldBe(2);

        await scene.Database.Ask<AssetPublishing, Outcome>(desk => desk.WithdrawAsync(second, "Told better elsewhere", scene.Marketing.AsViewer(), default));
        (await OfferedAsync("product=atlas")).ShouldHaveSingleItem().CustomerName.ShouldBe("Alpenbank");
    }

    [Fact]
    public async Task A_permission_that_is_taken_back_takes_the_offer_away()
    {
        var story = await StoryAsync("Alpenbank", "atlas");
        (await OfferedAsync("product=atlas")).Count.ShouldBe(1);

        await scene.AnswerAsync(await CustomerOfAsync(story), PermissionScope.Story, PermissionStatus.Denied);

        (await OfferedAsync("product=atlas")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hidden_name_keeps_its_content_hidden_from_reps_and_internal_content_is_offered_to_nobody()
    {
        await StoryAsync("Geheimbank", "atlas", Tier.Confidential);
        await StoryAsync("Alpenbank", "atlas", with: edit => edit with { Confidentiality = Confidentiality.Internal });

        (await OfferedAsync("product=atlas")).ShouldBeEmpty();
        (await OfferedAsync("product=atlas", scene.Marketing.AsViewer())).ShouldHaveSingleItem().CustomerName.ShouldBe("Geheimbank");
    }

    [Fact]
    public async Task What_the_requester_may_not_see_is_not_offered_to_who_decides_for_them()
    {
        await StoryAsync("Geheimbank", "atlas", Tier.Confidential);
        var marketing = scene.Marketing.AsViewer();

        (await OfferedAsync("product=atlas", marketing, requester: marketing)).Count.ShouldBe(1);
        (await OfferedAsync("product=atlas", marketing, requester: scene.Rep.AsViewer())).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nothing_has_to_be_said_against_comes_first()
    {
        await StoryAsync("Alpenbank", "atlas", with: edit => edit with { Language = "en" });
        await StoryAsync("Rheinbank", "atlas", with: edit => edit with { Language = "de", PublishedOn = scene.Today.AddDays(-900) });

        var offered = await OfferedAsync("product=atlas&prefer=language:de");

        offered.Select(asset => (asset.CustomerName, asset.Why.NotIn)).ShouldBe([("Rheinbank", null), ("Alpenbank", "German")]);
    }

    [Fact]
    public async Task A_permission_for_some_regions_reaches_only_a_prospect_there()
    {
        var story = await StoryAsync("Alpenbank", "atlas");
        await ReachAsync(story, ["dach"], []);

        (await OfferedAsync("product=atlas")).Count.ShouldBe(1, "no deal is chosen yet");
        (await OfferedAsync("product=atlas", place: new ProspectPlace("de"))).Count.ShouldBe(1);
        (await OfferedAsync("product=atlas", place: new ProspectPlace("fr"))).ShouldBeEmpty();
        (await OfferedAsync("product=atlas", place: new ProspectPlace(null))).ShouldBeEmpty("where the prospect is, is not known");
    }

    [Fact]
    public async Task A_permission_for_a_channel_counts_for_the_activity_that_uses_it()
    {
        var story = await StoryAsync("Alpenbank", "atlas");
        await ReachAsync(story, [], [PermissionChannel.Proposals]);

        (await OfferedAsync("product=atlas")).ShouldBeEmpty();
        (await OfferedAsync("product=atlas", activity: ActivityKeys.Rfp)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_more_than_two_of_a_customer_and_three_in_all_are_offered()
    {
        var customer = await CustomerOfAsync(await StoryAsync("Alpenbank", "atlas"));
        for (var more = 0; more < 3; more++)
        {
            await scene.PublishedAsync(customer, await AboutAsync("atlas"));
        }

        (await OfferedAsync("product=atlas")).Count.ShouldBe(2);

        await StoryAsync("Rheinbank", "atlas");
        await StoryAsync("Donaubank", "atlas");
        (await OfferedAsync("product=atlas")).Count.ShouldBe(3);
    }

    private async Task<IReadOnlyList<ReadyAsset>> OfferedAsync(string criteria, Viewer? viewer = null, ProspectPlace? place = null, string? activity = null, Viewer? requester = null) =>
        (await scene.Database.Ask<LiveMatches, LiveMatch>(matches => matches.ForAsync(
            new LiveAsk(activity ?? ActivityKeys.SalesCall, Criteria.Parse(criteria)) { Prospect = place, Requester = requester }, viewer ?? scene.Rep.AsViewer(), default))).Content;

    private async Task<Guid> StoryAsync(string name, string product, Tier tier = Tier.Standard, Func<AssetEdit, AssetEdit>? with = null)
    {
        var about = await AboutAsync(product);
        return await scene.PublishedAsync((await scene.CustomerAsync(name, tier)).Id, edit => with?.Invoke(about(edit)) ?? about(edit));
    }

    private async Task<Func<AssetEdit, AssetEdit>> AboutAsync(string product)
    {
        var term = await scene.Database.Read(db => db.Terms.SingleAsync(term => term.Kind == TermKind.Product && term.Key == product));
        return edit => edit with { Terms = [term.Id], PublishedOn = scene.Today.AddDays(-10) };
    }

    private Task<Guid> CustomerOfAsync(Guid asset) => scene.Database.Read(db => db.Assets.Where(row => row.Id == asset).Select(row => row.CustomerId).SingleAsync());

    private Task ReachAsync(Guid asset, IReadOnlyList<string> regions, IReadOnlyList<PermissionChannel> channels) => scene.Database.Change(async db =>
    {
        var customer = await db.Assets.Where(row => row.Id == asset).Select(row => row.CustomerId).SingleAsync();
        (await db.Permissions.SingleAsync(row => row.CustomerId == customer && row.Scope == PermissionScope.Story)).Limit(regions, channels);
    });
}
