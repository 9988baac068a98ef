using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Content;

public sealed class ShareTests : IAsyncLifetime
{
    private ContentScene scene = null!;
    private Customer customer = null!;
    private Guid asset;

    public async Task InitializeAsync()
    {
        scene = await ContentScene.MakeAsync();
        customer = await scene.CustomerAsync("Open Company");
        asset = await scene.PublishedAsync(customer.Id);
    }

    public Task DisposeAsync()
    {
        scene.Database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_share_opens_by_its_token_which_stands_nowhere()
    {
        var token = await TokenAsync();
        (await scene.OpenAsync(token)).ShouldNotBeNull().Assets.ShouldHaveSingleItem().Title.ShouldBe("How they moved");
        (await scene.OpenAsync(token[..^1] + (token[^1] == 'A' ? 'B' : 'A'))).ShouldBeNull();
        (await scene.Database.Read(db => db.LinkKeys.AnyAsync(key => key.Hash.Contains(token)))).ShouldBeFalse();
    }

    [Fact]
    public async Task It_ends_after_its_last_day()
    {
        var token = await TokenAsync(wish => wish with { Until = scene.Today.AddDays(2) });
        scene.Database.Clock.Advance(TimeSpan.FromDays(2));
        (await scene.OpenAsync(token)).ShouldNotBeNull();
        scene.Database.Clock.Advance(TimeSpan.FromDays(1));
        (await scene.OpenAsync(token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(181)]
    public async Task It_lives_no_longer_than_180_days(int days) =>
        (await scene.ShareAsync([asset], with: wish => wish with { Until = scene.Today.AddDays(days) })).Field.ShouldBe("Until");

    [Fact]
    public async Task Taken_back_it_opens_no_more()
    {
        var made = (await scene.ShareAsync([asset])).Value!;
        await RevokeAsync(made.ShareId, scene.Rep.AsViewer());
        (await scene.OpenAsync(made.Token)).ShouldBeNull();
        await Should.ThrowAsync<IllegalMoveException>(() => RevokeAsync(made.ShareId, scene.Rep.AsViewer()));
        await Should.ThrowAsync<IllegalMoveException>(() => AddressAsync(made.ShareId));
    }

    [Fact]
    public async Task Another_address_opens_the_same_share()
    {
        var made = (await scene.ShareAsync([asset])).Value!;
        var second = await AddressAsync(made.ShareId);
        second.ShouldNotBe(made.Token);
        (await scene.OpenAsync(second)).ShouldNotBeNull().Id.ShouldBe(made.ShareId);
        (await scene.OpenAsync(made.Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_permission_that_lapses_or_is_taken_back_empties_the_share()
    {
        var token = await TokenAsync();
        await scene.AnswerAsync(customer.Id, PermissionScope.Story, PermissionStatus.Granted, scene.Today.AddDays(1));
        (await ShownAsync(token)).ShouldBe(1);
        scene.Database.Clock.Advance(TimeSpan.FromDays(2));
        (await ShownAsync(token)).ShouldBe(0, "lapsed");
        await scene.AnswerAsync(customer.Id, PermissionScope.Story, PermissionStatus.Granted);
        (await ShownAsync(token)).ShouldBe(1, "granted again");
        await scene.AnswerAsync(customer.Id, PermissionScope.Story, PermissionStatus.Denied);
        (await ShownAsync(token)).ShouldBe(0, "denied");
    }

    [Fact]
    public async Task What_is_withdrawn_ends_or_becomes_internal_is_shown_no_more()
    {
        var other = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Other" });
        var third = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Third" });
        var token = (await scene.ShareAsync([asset, other, third])).Value!.Token;
        (await ShownAsync(token)).ShouldBe(3);
        await scene.Database.Ask<AssetPublishing, Outcome>(service => service.WithdrawAsync(asset, "Out of date", scene.Marketing.AsViewer(), default));
        await ChangeAsync(other, facts => facts with { ExpiresOn = scene.Today.AddDays(-1) });
        await ChangeAsync(third, facts => facts with { Confidentiality = Confidentiality.Internal });
        var open = (await scene.OpenAsync(token)).ShouldNotBeNull();
        open.Assets.ShouldBeEmpty();
        open.Gone.ShouldBe(3);
    }

    [Fact]
    public async Task A_name_released_to_the_sender_ends_for_the_prospect_with_the_release()
    {
        var secret = await scene.CustomerAsync("Secret Bank", Tier.Confidential);
        var hidden = await scene.PublishedAsync(secret.Id, edit => edit with { Title = "Hidden" });
        (await scene.ShareAsync([hidden])).Field.ShouldBe("AssetIds");

        var release = new ContactRelease(Given.Id(), Given.Id(), secret.Id, null, scene.Rep.Id, scene.Database.Clock.Now);
        await scene.Database.Add(release);
        var token = (await scene.ShareAsync([hidden])).Value!.Token;
        (await ShownAsync(token)).ShouldBe(1);
        await scene.Database.Change(async db => (await db.ContactReleases.FindAsync(release.Id))!.EndNow(scene.Database.Clock.Now));
        (await ShownAsync(token)).ShouldBe(0);
    }

    [Fact]
    public async Task Drafts_internal_and_unpermitted_content_cannot_be_shared()
    {
        var draft = await scene.DraftAsync(customer.Id, edit => edit with { Title = "Draft" });
        var inside = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Inside", Confidentiality = Confidentiality.Internal });
        foreach (var sender in new[] { scene.Rep.AsViewer(), scene.Marketing.AsViewer() })
        {
            (await scene.ShareAsync([draft], sender)).Field.ShouldBe("AssetIds");
            (await scene.ShareAsync([asset, inside], sender)).Refusal.ShouldNotBeNull().ShouldContain("internal");
        }

        await Should.ThrowAsync<ForbiddenException>(() => scene.ShareAsync([asset], Given.Viewer(Roles.Executive)));
    }

    [Fact]
    public async Task A_permission_for_regions_or_channels_binds_the_share()
    {
        await LimitAsync([], [PermissionChannel.Website]);
        (await scene.ShareAsync([asset])).Refusal.ShouldNotBeNull().ShouldContain("channel");

        await LimitAsync(["dach"], [PermissionChannel.Sales]);
        (await scene.ShareAsync([asset])).Refusal.ShouldNotBeNull().ShouldContain("region");
        var german = Given.Opportunity(scene.Rep.Id);
        german.Describe(german.Facts with { RegionKey = "de" });
        await scene.Database.Add(german);
        var token = (await scene.ShareAsync([asset], with: wish => wish with { OpportunityId = german.Id })).Value!.Token;
        (await ShownAsync(token)).ShouldBe(1);
        (await scene.Database.Read(db => db.OpportunityAssets.AnyAsync(use => use.OpportunityId == german.Id && use.AssetId == asset))).ShouldBeTrue();

        await LimitAsync(["us"], []);
        (await ShownAsync(token)).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_elses_deal_is_no_choice()
    {
        var other = Given.User();
        var deal = Given.Opportunity(other.Id);
        await scene.Database.Add(other, deal);
        (await scene.ShareAsync([asset], with: wish => wish with { OpportunityId = deal.Id })).Field.ShouldBe("OpportunityId");
    }

    [Fact]
    public async Task A_password_is_hashed_and_guesses_wait_longer_and_longer()
    {
        var token = await TokenAsync(wish => wish with { Password = "a good password" });
        (await scene.Database.Read(db => db.ContentShares.SingleAsync())).PasswordHash.ShouldNotBeNull().ShouldNotContain("good");
        var share = (await scene.OpenAsync(token)).ShouldNotBeNull();
        (await UnlockAsync(share, "a good password")).IsDone.ShouldBeTrue();
        for (var guess = 0; guess < 6; guess++)
        {
            (await UnlockAsync(share, "guess")).Refusal.ShouldNotBeNull().ShouldContain("not the password");
        }

        (await UnlockAsync(share, "a good password")).Refusal.ShouldNotBeNull().ShouldContain("Wait 2 seconds");
        (await UnlockAsync(share, "a good password", "198.51.100.7")).IsDone.ShouldBeTrue("nobody locks out somebody elsewhere");
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(2));
        (await UnlockAsync(share, "guess")).Refusal.ShouldNotBeNull().ShouldContain("not the password");
        (await UnlockAsync(share, "guess")).Refusal.ShouldNotBeNull().ShouldContain("Wait 4 seconds");
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(4));
        (await UnlockAsync(share, "a good password")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_short_password_is_refused() => (await scene.ShareAsync([asset], with: wish => wish with { Password = "short" })).Field.ShouldBe("Password");

    [Fact]
    public async Task Views_are_counted_by_content_and_day()
    {
        var other = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Other" });
        var made = (await scene.ShareAsync([asset, other])).Value!;
        var share = (await scene.OpenAsync(made.Token)).ShouldNotBeNull();
        await CountAsync(share, null, ContentViewKind.Opened, "a");
        await CountAsync(share, asset, ContentViewKind.Opened, "a");
        scene.Database.Clock.Advance(TimeSpan.FromDays(1));
        await CountAsync(share, asset, ContentViewKind.Downloaded, "b");
        await CountAsync(share, other, ContentViewKind.Followed, "b");

        var detail = await DetailAsync(made.ShareId, scene.Rep.AsViewer());
        detail.Visitors.ShouldBe(2);
        detail.Assets.Select(row => (row.Opened, row.Downloaded, row.Followed)).ShouldBe([(1, 1, 0), (0, 0, 1)]);
        detail.Days.Select(day => (day.Day, day.Opened, day.Downloaded, day.Followed)).ShouldBe([(scene.Today, 0, 1, 1), (scene.Today.AddDays(-1), 2, 0, 0)]);
    }

    [Fact]
    public async Task Shares_are_seen_by_who_made_them_and_by_who_manages_content()
    {
        var made = (await scene.ShareAsync([asset])).Value!;
        await Should.ThrowAsync<MissingException>(() => DetailAsync(made.ShareId, Given.Viewer(Roles.Rep)));
        await Should.ThrowAsync<MissingException>(() => RevokeAsync(made.ShareId, Given.Viewer(Roles.Rep)));
        (await DetailAsync(made.ShareId, Given.Viewer(Roles.ProgramManager))).Line.Recipient.ShouldBe("Pat Prospect");
        (await scene.Database.Ask<ShareQueries, SharePage>(shares => shares.PageAsync(true, 1, Given.Viewer(Roles.Rep), default))).Total.ShouldBe(0);
        (await scene.Database.Ask<ShareQueries, SharePage>(shares => shares.PageAsync(true, 1, scene.Marketing.AsViewer(), default))).Total.ShouldBe(1);
    }

    private async Task<string> TokenAsync(Func<ShareWish, ShareWish>? with = null) => (await scene.ShareAsync([asset], with: with)).Value!.Token;

    private async Task<int> ShownAsync(string token) => (await scene.OpenAsync(token)).ShouldNotBeNull().Assets.Count;

    private Task<ShareDetail> DetailAsync(Guid id, Viewer viewer) => scene.Database.Ask<ShareQueries, ShareDetail>(shares => shares.DetailAsync(id, viewer, default));

    private Task<Outcome> RevokeAsync(Guid id, Viewer by) => scene.Database.Ask<ShareService, Outcome>(service => service.RevokeAsync(id, by, default));

    private async Task<string> AddressAsync(Guid id) => (await scene.Database.Ask<ShareService, Outcome<NewAddress>>(service => service.NewAddressAsync(id, scene.Rep.AsViewer(), default))).Value!.Token;

    private Task<Outcome> UnlockAsync(OpenShare share, string password, string network = "203.0.113.9") =>
        scene.Database.Ask<ShareDoor, Outcome>(door => door.UnlockAsync(share, password, network, default));

    private Task CountAsync(OpenShare share, Guid? id, ContentViewKind kind, string visitor) => scene.Database.Do<ShareDoor>(door => door.CountAsync(share, id, kind, visitor, default));

    private Task ChangeAsync(Guid id, Func<AssetFacts, AssetFacts> with) => scene.Database.Change(async db =>
    {
        var row = (await db.Assets.FindAsync(id))!;
        row.Describe(with(row.Facts), scene.Database.Clock.Now);
    });

    private Task LimitAsync(IEnumerable<string> regions, IEnumerable<PermissionChannel> channels) => scene.Database.Change(async db =>
        (await db.Permissions.SingleAsync(permission => permission.CustomerId == customer.Id && permission.Scope == PermissionScope.Story)).Limit(regions, channels));
}
