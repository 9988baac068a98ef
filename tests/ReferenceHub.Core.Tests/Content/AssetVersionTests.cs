using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Content;

public sealed class AssetVersionTests : IAsyncLifetime
{
    private ContentScene scene = null!;
    private Guid id;

    public async Task InitializeAsync()
    {
        scene = await ContentScene.MakeAsync();
        id = await scene.DraftAsync((await scene.CustomerAsync()).Id, edit => edit with { Text = "one\ntwo" });
    }

    public Task DisposeAsync()
    {
        scene.Database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_changed_text_makes_a_version_with_note_who_and_when()
    {
        await EditAsync(edit => edit with { Text = "one\nthree" }, "Legal asked for it");
        var versions = await VersionsAsync();
        versions.Select(version => version.Number).ShouldBe([1, 2]);
        versions[1].Note.ShouldBe("Legal asked for it");
        versions[1].SavedById.ShouldBe(scene.Marketing.Id);
        versions[1].SavedAt.ShouldBe(scene.Database.Clock.Now);
        versions[0].Text.ShouldBe("one\ntwo");
    }

    [Fact]
    public async Task A_changed_title_or_term_makes_none()
    {
        var term = await scene.Database.Read(db => db.Terms.FirstAsync(term => term.Kind == TermKind.Product));
        var other = await scene.Database.Read(db => db.Terms.FirstAsync(term => term.Kind == TermKind.Industry));
        await EditAsync(edit => edit with { Title = "Another title", Terms = [term.Id] });
        await EditAsync(edit => edit with { Terms = [other.Id] });
        (await VersionsAsync()).Count.ShouldBe(1);
        (await scene.Database.Read(db => db.AssetTerms.SingleAsync(about => about.AssetId == id))).TermId.ShouldBe(other.Id);
    }

    [Fact]
    public async Task An_old_version_comes_back_as_a_new_one()
    {
        await EditAsync(edit => edit with { Text = "one\nthree", Link = "https://fine.example" });
        (await RestoreAsync(1)).IsDone.ShouldBeTrue();
        var versions = await VersionsAsync();
        versions.Count.ShouldBe(3);
        versions[2].Text.ShouldBe("one\ntwo");
        versions[2].Link.ShouldBeNull();
        versions[2].Note.ShouldBe("Version 1 brought back");
        (await RestoreAsync(3)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_versions_are_compared_line_by_line()
    {
        await EditAsync(edit => edit with { Text = "one\nthree" });
        var comparison = await scene.Database.Ask<AssetVersions, VersionComparison>(versions => versions.CompareAsync(id, 2, null, scene.Marketing.AsViewer(), default));
        comparison.Lines.Select(line => (line.Change, line.Text)).ShouldBe([(LineChange.Same, "one"), (LineChange.Removed, "two"), (LineChange.Added, "three")]);
        await Should.ThrowAsync<MissingException>(() => scene.Database.Ask<AssetVersions, VersionComparison>(versions => versions.CompareAsync(id, 9, null, scene.Marketing.AsViewer(), default)));
    }

    [Fact]
    public async Task Content_older_than_versions_keeps_what_it_said_first()
    {
        var customer = await scene.CustomerAsync();
        var old = new Asset(scene.Database.NextId(), customer.Id, AssetKind.Story, "Old story", "en", scene.Today.AddDays(-400));
        old.Describe("https://old.example", null, null);
        await scene.Database.Add(old);
        id = old.Id;
        await EditAsync(edit => edit with { Link = "https://new.example" });
        (await VersionsAsync()).Select(version => version.Link).ShouldBe(["https://old.example", "https://new.example"]);
    }

    [Fact]
    public async Task Two_edits_of_one_text_meet_and_nothing_is_lost()
    {
        var (was, version, _) = await ReadAsync();
        await EditAsync(edit => edit with { Text = "theirs", Title = "Their title" });
        var answer = await SaveAsync(was with { Text = "mine", Summary = "My summary" }, new EditMark<AssetEdit>(version, was, new HashSet<string>()));
        answer.Clash.ShouldNotBeNull().Conflicts.ShouldHaveSingleItem().Key.ShouldBe("Text");
        (await ReadAsync()).Edit.Text.ShouldBe("theirs");

        var chosen = await SaveAsync(answer.Clash!.Mine, new EditMark<AssetEdit>(answer.Clash.Version, answer.Clash.Saved, new HashSet<string>()));
        chosen.IsDone.ShouldBeTrue();
        var (saved, _, _) = await ReadAsync();
        (saved.Text, saved.Title, saved.Summary).ShouldBe(("mine", "Their title", "My summary"));
        (await VersionsAsync()).Select(row => row.Text).ShouldBe(["one\ntwo", "theirs", "mine"]);
    }

    private Task<(AssetEdit Edit, int Version, Asset Asset)> ReadAsync() =>
        scene.Database.Ask<AssetService, (AssetEdit, int, Asset)>(service => service.ReadAsync(id, scene.Marketing.AsViewer(), default));

    private Task<EditOutcome<AssetEdit>> SaveAsync(AssetEdit edit, EditMark<AssetEdit> mark, string? note = null) =>
        scene.Database.Ask<AssetService, EditOutcome<AssetEdit>>(service => service.EditAsync(id, edit, mark, note, scene.Marketing.AsViewer(), default));

    private async Task EditAsync(Func<AssetEdit, AssetEdit> with, string? note = null)
    {
        var (edit, version, _) = await ReadAsync();
        (await SaveAsync(with(edit), new EditMark<AssetEdit>(version, edit, new HashSet<string>()), note)).Refusal.ShouldBeNull();
    }

    private Task<Outcome> RestoreAsync(int number) => scene.Database.Ask<AssetService, Outcome>(service => service.RestoreAsync(id, number, scene.Marketing.AsViewer(), default));

    private Task<List<AssetVersion>> VersionsAsync() => scene.Database.Read(db => db.AssetVersions.Where(version => version.AssetId == id).OrderBy(version => version.Number).ToListAsync());
}
