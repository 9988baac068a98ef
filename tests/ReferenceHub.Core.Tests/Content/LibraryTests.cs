using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Content;

/// <summary>Who finds what in the library.</summary>
public sealed class LibraryTests : IAsyncLifetime
{
    private ContentScene scene = null!;

    public async Task InitializeAsync() => scene = await ContentScene.MakeAsync();

    public Task DisposeAsync()
    {
        scene.Database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_broader_industry_finds_and_counts_what_is_about_a_narrower_one_once()
    {
        var broad = new Term(Given.Id(), TermKind.Industry, "finance-all", "All finance");
        var narrow = new Term(Given.Id(), TermKind.Industry, "finance-fintech", "Fintech", broad.Id);
        await scene.Database.Add(broad, narrow);
        var customer = await scene.CustomerAsync();
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Both", Terms = [broad.Id, narrow.Id] });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Narrow", Terms = [narrow.Id] });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Broad", Terms = [broad.Id] });
        var rep = scene.Rep.AsViewer();
        (await scene.TitlesAsync(rep, search => search with { Industries = ["finance-all"] })).Order(StringComparer.Ordinal).ShouldBe(["Both", "Broad", "Narrow"]);
        (await scene.TitlesAsync(rep, search => search with { Industries = ["finance-fintech"] })).Order(StringComparer.Ordinal).ShouldBe(["Both", "Narrow"]);
        var page = await scene.Database.Ask<LibraryQueries, LibraryPage>(library => library.PageAsync(new LibrarySearch(), rep, default));
        page.Facets.Industries.Select(facet => (facet.Key, facet.Count)).ShouldBe([("finance-all", 3), ("finance-fintech", 2)]);
    }

    [Fact]
    public async Task Expiring_is_what_owners_are_reminded_of()
    {
        var customer = await scene.CustomerAsync();
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Soon", ExpiresOn = scene.Today.AddDays(Asset.EndsSoonDays) });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Later", ExpiresOn = scene.Today.AddDays(Asset.EndsSoonDays + 1) });
        (await scene.TitlesAsync(scene.Marketing.AsViewer(), search => search with { View = LibraryView.Expiring })).ShouldBe(["Soon"]);
    }

    [Fact]
    public async Task A_profile_shows_what_may_be_used_today_and_its_name_alone_is_masked_alike()
    {
        var open = await scene.CustomerAsync("Open Company");
        await scene.PublishedAsync(open.Id, edit => edit with { Title = "Fine" });
        await scene.DraftAsync(open.Id, edit => edit with { Title = "Draft" });
        var later = await scene.DraftAsync(open.Id, edit => edit with { Title = "Later" });
        await scene.Database.Ask<AssetPublishing, Outcome>(service => service.PublishAsync(later, scene.Today.AddDays(2), scene.Marketing.AsViewer(), default));
        var secret = await scene.CustomerAsync("Secret Bank", Tier.Confidential);
        await scene.PublishedAsync(secret.Id, edit => edit with { Title = "Hidden" });
        var rep = scene.Rep.AsViewer();
        (await ProfileAsync(open.Id, rep)).Assets.Select(asset => asset.Title).ShouldBe(["Fine"]);
        (await ProfileAsync(secret.Id, rep)).Assets.ShouldBeEmpty();
        (await NameAsync(open.Id, rep)).ShouldBe("Open Company");
        (await NameAsync(secret.Id, rep)).ShouldBe((await ProfileAsync(secret.Id, rep)).Name);
        (await NameAsync(secret.Id, rep)).ShouldNotContain("Secret");
        (await NameAsync(secret.Id, scene.Marketing.AsViewer())).ShouldBe("Secret Bank");
        await Should.ThrowAsync<MissingException>(() => NameAsync(Given.Id(), rep));
    }

    private Task<ReferenceProfile> ProfileAsync(Guid id, Viewer viewer) => scene.Database.Ask<ReferenceProfileQueries, ReferenceProfile>(profiles => profiles.ReadAsync(id, viewer, default));

    private Task<string> NameAsync(Guid id, Viewer viewer) => scene.Database.Ask<ReferenceProfileQueries, string>(profiles => profiles.NameAsync(id, viewer, default));

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Others_find_what_may_be_used_and_nothing_else(Roles roles)
    {
        await OneOfEachAsync();
        var viewer = Given.Viewer(roles);
        (await scene.TitlesAsync(viewer)).Order(StringComparer.Ordinal).ShouldBe(["Fine", "Internal"]);
        (await scene.TitlesAsync(viewer, search => search with { Text = "secret" })).ShouldBeEmpty();
        (await scene.TitlesAsync(viewer, search => search with { View = LibraryView.Drafts })).Order(StringComparer.Ordinal).ShouldBe(["Fine", "Internal"]);
    }

    [Theory]
    [InlineData(Roles.Marketing)]
    [InlineData(Roles.ProgramManager)]
    public async Task Who_manages_content_finds_all_of_it(Roles roles)
    {
        await OneOfEachAsync();
        (await scene.TitlesAsync(Given.Viewer(roles))).Count.ShouldBe(9);
    }

    [Fact]
    public async Task Facets_count_no_more_than_the_viewer_may_see()
    {
        await OneOfEachAsync();
        var page = await scene.Database.Ask<LibraryQueries, LibraryPage>(library => library.PageAsync(new LibrarySearch(), scene.Rep.AsViewer(), default));
        page.Total.ShouldBe(2);
        page.Facets.Kinds.Sum(kind => kind.Count).ShouldBe(2);
        page.Facets.Confidentialities.Sum(kind => kind.Count).ShouldBe(2);
        page.Views.ShouldBeEmpty();
    }

    [Fact]
    public async Task Content_of_a_confidential_customer_is_found_once_its_name_is_released()
    {
        var customer = await scene.CustomerAsync("Secret Bank", Tier.Confidential);
        var id = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Hidden" });
        var rep = scene.Rep.AsViewer();
        (await scene.TitlesAsync(rep)).ShouldBeEmpty();
        await Should.ThrowAsync<MissingException>(() => scene.Database.Ask<AssetPageQueries, AssetPage>(pages => pages.ReadAsync(id, rep, default)));

        await scene.Database.Add(new ContactRelease(Given.Id(), Given.Id(), customer.Id, null, rep.UserId, scene.Database.Clock.Now));
        (await scene.TitlesAsync(rep)).ShouldBe(["Hidden"]);
    }

    [Fact]
    public async Task A_permission_that_ends_takes_content_out_of_the_library()
    {
        var customer = await scene.CustomerAsync();
        await scene.PublishedAsync(customer.Id);
        await scene.AnswerAsync(customer.Id, PermissionScope.Story, PermissionStatus.Granted, scene.Today);
        (await scene.TitlesAsync(scene.Rep.AsViewer())).Count.ShouldBe(1);

        scene.Database.Clock.Advance(TimeSpan.FromDays(1));
        (await scene.TitlesAsync(scene.Rep.AsViewer())).ShouldBeEmpty();
        (await scene.TitlesAsync(scene.Marketing.AsViewer(), search => search with { View = LibraryView.NotPermitted })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Words_are_found_by_their_beginnings_and_titles_weigh_more_than_texts()
    {
        var customer = await scene.CustomerAsync("Ätna Versicherung");
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Other", Text = "A short migration of billing." });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Migration in 14 weeks", Text = "Nothing." });
        var rep = scene.Rep.AsViewer();
        (await scene.TitlesAsync(rep, search => search with { Text = "migra" })).ShouldBe(["Migration in 14 weeks", "Other"]);
        (await scene.TitlesAsync(rep, search => search with { Text = "MIGRATION bill" })).ShouldBe(["Other"]);
        (await scene.TitlesAsync(rep, search => search with { Text = "igration" })).ShouldBeEmpty();
        (await scene.TitlesAsync(rep, search => search with { Text = "atna" })).Count.ShouldBe(2, "the customer's name counts, too");
        (await scene.TitlesAsync(rep, search => search with { Text = "100% _ [a]" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edited_text_is_found_by_its_new_words_only()
    {
        var customer = await scene.CustomerAsync();
        var id = await scene.PublishedAsync(customer.Id, edit => edit with { Text = "alpha" });
        var marketing = scene.Marketing.AsViewer();
        var (edit, version, _) = await scene.Database.Ask<AssetService, (AssetEdit, int, Asset)>(service => service.ReadAsync(id, marketing, default));
        await scene.Database.Ask<AssetService, EditOutcome<AssetEdit>>(service => service.EditAsync(id, edit with { Text = "beta" }, new EditMark<AssetEdit>(version, edit, new HashSet<string>()), null, marketing, default));
        (await scene.TitlesAsync(marketing, search => search with { Text = "alpha" })).ShouldBeEmpty();
        (await scene.TitlesAsync(marketing, search => search with { Text = "beta" })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Facets_narrow_and_count_what_the_others_leave()
    {
        var customer = await scene.CustomerAsync();
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Story", Language = "de" });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Quote", Kind = AssetKind.Quote });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Logo", Kind = AssetKind.Logo, Confidentiality = Confidentiality.Public });
        var rep = scene.Rep.AsViewer();
        (await scene.TitlesAsync(rep, search => search with { Kinds = [AssetKind.Quote, AssetKind.Logo], Languages = ["en"] })).Count.ShouldBe(2);
        (await scene.TitlesAsync(rep, search => search with { Confidentialities = [Confidentiality.Public] })).ShouldBe(["Logo"]);
        var page = await scene.Database.Ask<LibraryQueries, LibraryPage>(library => library.PageAsync(new LibrarySearch { Languages = ["de"] }, rep, default));
        page.Facets.Languages.Single(language => language.Key == "en").Count.ShouldBe(2, "the facet's own tick does not count for itself");
        page.Facets.Kinds.ShouldHaveSingleItem().Key.ShouldBe("Story");
    }

    [Fact]
    public async Task Marketing_is_shown_what_is_unused_what_ends_and_what_is_to_be_reviewed()
    {
        var customer = await scene.CustomerAsync();
        var old = scene.Today.AddDays(-200);
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Fresh" });
        var dusty = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Dusty", NextReviewOn = scene.Today });
        var used = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Used", ExpiresOn = scene.Today.AddDays(Asset.EndsSoonDays) });
        foreach (var id in new[] { dusty, used })
        {
            await scene.Database.Change(async db => (await db.Assets.FindAsync(id))!.Describe((await db.Assets.FindAsync(id))!.Facts with { PublishedOn = old }, scene.Database.Clock.Now));
        }

        await scene.Database.Do<ContentUse>(use => use.NoteAsync(used, ContentViewKind.Opened, scene.Rep.AsViewer(), default));
        await scene.Database.Do<ContentUse>(use => use.NoteAsync(dusty, ContentViewKind.Opened, scene.Marketing.AsViewer(), default));
        async Task<IReadOnlyList<string>> InAsync(LibraryView view) => await scene.TitlesAsync(scene.Marketing.AsViewer(), search => search with { View = view });
        (await InAsync(LibraryView.Unused)).ShouldBe(["Dusty"], "looking after content is no use of it");
        (await InAsync(LibraryView.Expiring)).ShouldBe(["Used"]);
        (await InAsync(LibraryView.ReviewDue)).ShouldBe(["Dusty"]);
    }

    private async Task OneOfEachAsync()
    {
        var customer = await scene.CustomerAsync("Open Company");
        var secret = await scene.CustomerAsync("Secret Company", Tier.Confidential);
        var refusing = await scene.CustomerAsync("Refusing Company");
        var barred = await scene.CustomerAsync("Barred Company");
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Fine" });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Internal", Confidentiality = Confidentiality.Internal });
        await scene.DraftAsync(customer.Id, edit => edit with { Title = "secret draft" });
        var withdrawn = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "secret withdrawn" });
        await scene.Database.Ask<AssetPublishing, Outcome>(service => service.WithdrawAsync(withdrawn, "Out of date", scene.Marketing.AsViewer(), default));
        var ended = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "secret ended" });
        await scene.Database.Change(async db => (await db.Assets.FindAsync(ended))!.Describe(null, "Over", scene.Today.AddDays(-1)));
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "secret future" });
        await scene.Database.Change(async db => db.Assets.Single(asset => asset.Title == "secret future").Describe(db.Assets.Single(asset => asset.Title == "secret future").Facts with { PublishedOn = scene.Today.AddDays(5) }, scene.Database.Clock.Now));
        await scene.PublishedAsync(secret.Id, edit => edit with { Title = "secret customer" });
        await scene.PublishedAsync(refusing.Id, edit => edit with { Title = "secret refused" });
        await scene.AnswerAsync(refusing.Id, PermissionScope.Story, PermissionStatus.Denied);
        await scene.PublishedAsync(barred.Id, edit => edit with { Title = "secret barred" });
        await scene.Database.Change(async db => (await db.Customers.FindAsync(barred.Id))!.ForbidUse("Dispute"));
    }
}
