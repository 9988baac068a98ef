using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Content;

public sealed class DealContentTests : IAsyncLifetime
{
    private ContentScene scene = null!;
    private Opportunity deal = null!;

    public async Task InitializeAsync()
    {
        scene = await ContentScene.MakeAsync();
        deal = Given.Opportunity(scene.Rep.Id);
        await scene.Database.Add(deal);
    }

    public Task DisposeAsync()
    {
        scene.Database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Content_stands_beside_a_deal_once_and_goes_again()
    {
        var id = await scene.PublishedAsync((await scene.CustomerAsync()).Id);
        var rep = scene.Rep.AsViewer();
        (await AttachAsync(id, rep)).IsDone.ShouldBeTrue();
        (await AttachAsync(id, rep)).IsDone.ShouldBeTrue();
        var row = (await ShelfAsync(rep)).Assets.ShouldHaveSingleItem();
        (row.Usable, row.MayRemove, row.By).ShouldBe((true, true, "Rita Sell"));
        (await scene.Database.Ask<AssetPageQueries, AssetPage>(pages => pages.ReadAsync(id, rep, default))).Deals.ShouldHaveSingleItem().Name.ShouldBe(deal.Name);
        await scene.Database.Ask<DealContent, Outcome>(shelf => shelf.DetachAsync(deal.Id, id, rep, default));
        (await ShelfAsync(rep)).Assets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafts_and_foreign_deals_are_refused()
    {
        var draft = await scene.DraftAsync((await scene.CustomerAsync()).Id);
        await Should.ThrowAsync<MissingException>(() => AttachAsync(draft, scene.Rep.AsViewer()));
        (await AttachAsync(draft, scene.Marketing.AsViewer())).Refusal.ShouldNotBeNull();
        var fine = await scene.PublishedAsync((await scene.CustomerAsync()).Id);
        await Should.ThrowAsync<MissingException>(() => AttachAsync(fine, Given.Viewer(Roles.Rep)));
        await Should.ThrowAsync<ForbiddenException>(() => AttachAsync(fine, Given.Viewer(Roles.Executive)));
    }

    [Fact]
    public async Task Content_that_a_viewer_may_not_see_is_only_counted()
    {
        var secret = await scene.CustomerAsync("Secret Bank", Tier.Confidential);
        var id = await scene.PublishedAsync(secret.Id, edit => edit with { Title = "Secret Bank's story" });
        await AttachAsync(id, scene.Marketing.AsViewer());
        var shelf = await ShelfAsync(scene.Rep.AsViewer());
        shelf.Assets.ShouldBeEmpty();
        shelf.Hidden.ShouldBe(1);
        var history = await scene.Database.Ask<DealHistoryQueries, IReadOnlyList<DealHistoryLine>>(lines => lines.OfAsync(deal.Id, scene.Rep.Id, scene.Rep.AsViewer(), default));
        history.ShouldAllBe(line => !line.Summary.Contains("Secret", StringComparison.Ordinal));
    }

    private Task<Outcome> AttachAsync(Guid id, Viewer by) => scene.Database.Ask<DealContent, Outcome>(shelf => shelf.AttachAsync(deal.Id, id, by, default));

    private Task<DealShelf> ShelfAsync(Viewer viewer) => scene.Database.Ask<DealContent, DealShelf>(shelf => shelf.OfAsync(deal.Id, viewer, default));
}
