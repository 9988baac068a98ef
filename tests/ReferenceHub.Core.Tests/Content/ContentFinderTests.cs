using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Content;

/// <summary>Content is found by all of its words, published before drafts, by who may see it.</summary>
public sealed class ContentFinderTests : IAsyncLifetime
{
    private ContentScene scene = null!;

    public async Task InitializeAsync() => scene = await ContentScene.MakeAsync();

    public Task DisposeAsync()
    {
        scene.Database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_word_is_found_and_the_piece_told_with_its_kind_and_customer()
    {
        var bank = await scene.CustomerAsync("Alpenbank AG");
        var move = await scene.PublishedAsync(bank.Id, edit => edit with { Title = "How the move went" });
        await scene.PublishedAsync(bank.Id, edit => edit with { Title = "What the move saved" });

        var found = (await FindAsync("move went", scene.Rep)).ShouldHaveSingleItem();

        found.ShouldBe(new FoundContent(move, AssetKind.Story, "How the move went", "Alpenbank AG", AssetState.Published));
        (await FindAsync("move", scene.Rep)).Count.ShouldBe(2);
        (await FindAsync("move nowhere", scene.Rep)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafts_come_after_what_is_published_and_only_to_who_works_on_content()
    {
        var bank = await scene.CustomerAsync();
        var draft = await scene.DraftAsync(bank.Id, edit => edit with { Title = "Zebra draft" });
        var story = await scene.PublishedAsync(bank.Id, edit => edit with { Title = "Zebra story" });

        (await FindAsync("zebra", scene.Marketing)).Select(found => found.Id).ShouldBe([story, draft]);
        (await FindAsync("zebra", scene.Rep)).Select(found => found.Id).ShouldBe([story]);
    }

    [Fact]
    public async Task At_most_as_many_as_are_wanted_and_nothing_for_no_words()
    {
        var bank = await scene.CustomerAsync();
        for (var number = 0; number < 3; number++)
        {
            await scene.PublishedAsync(bank.Id, edit => edit with { Title = $"Zebra {number}" });
        }

        (await FindAsync("zebra", scene.Rep, 2)).Count.ShouldBe(2);
        (await FindAsync("  ", scene.Rep)).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<FoundContent>> FindAsync(string words, User who, int most = 9) =>
        scene.Database.Ask<ContentFinder, IReadOnlyList<FoundContent>>(finder => finder.FindAsync(words, most, who.AsViewer(), default));
}
