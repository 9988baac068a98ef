using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Content;

public sealed class PublishingTests : IAsyncLifetime
{
    private ContentScene scene = null!;

    public async Task InitializeAsync() => scene = await ContentScene.MakeAsync();

    public Task DisposeAsync()
    {
        scene.Database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Publishing_sets_the_next_review_where_none_is_set()
    {
        var customer = await scene.CustomerAsync();
        var open = await scene.PublishedAsync(customer.Id);
        var later = await scene.DraftAsync(customer.Id, edit => edit with { Title = "Later" });
        await scene.Database.Ask<AssetPublishing, Outcome>(service => service.PublishAsync(later, scene.Today.AddDays(10), scene.Marketing.AsViewer(), default));
        var own = await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Own", NextReviewOn = scene.Today.AddDays(20) });
        var days = await scene.Database.Read(db => db.Assets.ToDictionaryAsync(asset => asset.Id, asset => asset.NextReviewOn));
        days[open].ShouldBe(scene.Today.AddDays(AssetPublishing.ReviewEveryDays));
        days[later].ShouldBe(scene.Today.AddDays(10 + AssetPublishing.ReviewEveryDays));
        days[own].ShouldBe(scene.Today.AddDays(20));
    }

    [Fact]
    public async Task A_form_that_names_a_merged_term_attaches_the_one_that_took_it_over()
    {
        var (old, standing) = (new Term(Given.Id(), TermKind.UseCase, "old-case", "Old case"), new Term(Given.Id(), TermKind.UseCase, "new-case", "New case"));
        old.MergeInto(standing.Id);
        await scene.Database.Add(standing, old);
        var customer = await scene.CustomerAsync();
        var id = await scene.DraftAsync(customer.Id, edit => edit with { Terms = [old.Id] });
        (await TermsAsync(id)).ShouldBe([standing.Id]);

        var marketing = scene.Marketing.AsViewer();
        var (edit, version, _) = await scene.Database.Ask<AssetService, (AssetEdit, int, Asset)>(service => service.ReadAsync(id, marketing, default));
        var stale = edit with { Terms = [old.Id] };
        (await scene.Database.Ask<AssetService, EditOutcome<AssetEdit>>(service => service.EditAsync(id, stale with { Title = "Other" }, new EditMark<AssetEdit>(version, stale, new HashSet<string>()), null, marketing, default))).IsDone.ShouldBeTrue();
        (await TermsAsync(id)).ShouldBe([standing.Id]);
    }

    private Task<List<Guid>> TermsAsync(Guid id) => scene.Database.Read(db => db.AssetTerms.Where(term => term.AssetId == id).Select(term => term.TermId).ToListAsync());

    [Theory]
    [InlineData(AssetKind.Story, PermissionScope.Story)]
    [InlineData(AssetKind.Video, PermissionScope.Video)]
    [InlineData(AssetKind.Quote, PermissionScope.Quote)]
    [InlineData(AssetKind.Logo, PermissionScope.Logo)]
    [InlineData(AssetKind.Slide, PermissionScope.Story)]
    [InlineData(AssetKind.Document, PermissionScope.Story)]
    [InlineData(AssetKind.Review, PermissionScope.Quote)]
    public async Task Each_kind_needs_a_granted_permission_of_its_scope(AssetKind kind, PermissionScope scope)
    {
        var customer = await scene.CustomerAsync();
        var id = await scene.DraftAsync(customer.Id, edit => edit with { Kind = kind });
        foreach (var status in new[] { PermissionStatus.Unknown, PermissionStatus.Denied })
        {
            await scene.AnswerAsync(customer.Id, scope, status);
            (await scene.PublishAsync(id)).Refusal.ShouldNotBeNull().ShouldContain(scope.InWords());
        }

        await scene.AnswerAsync(customer.Id, scope, PermissionStatus.Granted, scene.Today.AddDays(-1));
        (await scene.PublishAsync(id)).Refusal.ShouldNotBeNull().ShouldContain("lapsed");
        await scene.AnswerAsync(customer.Id, scope, PermissionStatus.Granted, scene.Today);
        (await scene.PublishAsync(id)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_empty_nothing_ended_and_nothing_of_a_barred_customer_is_published()
    {
        var customer = await scene.CustomerAsync();
        (await scene.PublishAsync(await scene.DraftAsync(customer.Id, edit => edit with { Text = null }))).Refusal.ShouldNotBeNull().ShouldContain("nothing to publish");
        (await scene.PublishAsync(await scene.DraftAsync(customer.Id, edit => edit with { ExpiresOn = scene.Today.AddDays(-1) }))).Refusal.ShouldNotBeNull().ShouldContain("last day");
        var draft = await scene.DraftAsync(customer.Id);
        await scene.Database.Change(async db => (await db.Customers.FindAsync(customer.Id))!.ForbidUse("Dispute"));
        (await scene.PublishAsync(draft)).Refusal.ShouldNotBeNull().ShouldContain("must not be used");
    }

    [Fact]
    public async Task Published_is_withdrawn_and_may_come_back_or_become_a_draft()
    {
        var customer = await scene.CustomerAsync();
        var id = await scene.PublishedAsync(customer.Id);
        await Should.ThrowAsync<IllegalMoveException>(() => scene.PublishAsync(id));
        await Should.ThrowAsync<IllegalMoveException>(() => DraftAgainAsync(id));
        (await WithdrawAsync(id)).IsDone.ShouldBeTrue();
        (await scene.Database.Read(db => db.Assets.SingleAsync(asset => asset.Id == id))).WithdrawnReason.ShouldBe("Out of date");
        await Should.ThrowAsync<IllegalMoveException>(() => WithdrawAsync(id));
        (await scene.PublishAsync(id)).IsDone.ShouldBeTrue();
        await WithdrawAsync(id);
        (await DraftAgainAsync(id)).IsDone.ShouldBeTrue();
        (await scene.Database.Read(db => db.HistoryEvents.Where(line => line.SubjectId == id).Select(line => line.Verb).ToListAsync())).Order(StringComparer.Ordinal)
            .ShouldBe(["created", "published", "published", "returned", "withdrawn", "withdrawn"]);
    }

    [Fact]
    public async Task Only_who_manages_content_adds_publishes_and_withdraws()
    {
        var customer = await scene.CustomerAsync();
        var id = await scene.PublishedAsync(customer.Id);
        foreach (var roles in new[] { Roles.Rep, Roles.Executive, Roles.Administrator })
        {
            var viewer = Given.Viewer(roles);
            await Should.ThrowAsync<ForbiddenException>(() => scene.Database.Ask<AssetService, Outcome<Guid>>(service => service.CreateAsync(customer.Id, new AssetEdit { Title = "Mine" }, viewer, default)));
            await Should.ThrowAsync<ForbiddenException>(() => scene.Database.Ask<AssetPublishing, Outcome>(service => service.WithdrawAsync(id, "No", viewer, default)));
            await Should.ThrowAsync<ForbiddenException>(() => scene.Database.Ask<AssetService, Outcome>(service => service.RestoreAsync(id, 1, viewer, default)));
            await Should.ThrowAsync<ForbiddenException>(() => scene.Database.Ask<AssetVersions, VersionComparison>(versions => versions.CompareAsync(id, 1, null, viewer, default)));
        }
    }

    [Fact]
    public async Task The_speaker_is_a_contact_of_the_customer_and_the_file_its_own()
    {
        var customer = await scene.CustomerAsync();
        var other = await scene.CustomerAsync();
        (await RefusedFieldAsync(customer.Id, edit => edit with { SpeakerId = other.Contacts[0].Id })).ShouldBe("SpeakerId");
        (await RefusedFieldAsync(customer.Id, edit => edit with { OwnerId = scene.Rep.Id })).ShouldBe("OwnerId");
        (await RefusedFieldAsync(customer.Id, edit => edit with { Link = "javascript:alert(1)" })).ShouldBe("Link");
        (await RefusedFieldAsync(customer.Id, edit => edit with { Link = "file:///etc/passwd" })).ShouldBe("Link");
        (await RefusedFieldAsync(customer.Id, edit => edit with { Language = "xx" })).ShouldBe("Language");
        (await RefusedFieldAsync(customer.Id, edit => edit with { Terms = [Given.Id()] })).ShouldBe("Terms");

        var file = await FileAsync(other.Id);
        (await RefusedFieldAsync(customer.Id, edit => edit with { FileId = file })).ShouldBe("FileId");
        var evidence = await FileAsync(customer.Id);
        await scene.Database.Change(async db => (await db.Permissions.FirstAsync(permission => permission.CustomerId == customer.Id)).Prove(evidence, scene.Marketing.Id));
        (await RefusedFieldAsync(customer.Id, edit => edit with { FileId = evidence })).ShouldBe("FileId");
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "page.pdf")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "logo.png")]
    [InlineData("MZ\u0090\0\u0003", "setup.docx")]
    [InlineData("", "empty.pdf")]
    [InlineData("%!PS-Adobe", "story.pdf")]
    public async Task Files_are_taken_by_what_they_are_and_not_by_what_they_are_called(string bytes, string name)
    {
        var customer = await scene.CustomerAsync();
        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(bytes));
        var kept = await scene.Database.Ask<AssetFiles, Outcome<Guid>>(files => files.KeepAsync(customer.Id, stream, name, scene.Marketing.AsViewer(), default));
        kept.Refusal.ShouldNotBeNull();
        kept.Field.ShouldBe("Upload");
    }

    [Fact]
    public async Task A_name_cannot_climb_out_of_its_folder()
    {
        var customer = await scene.CustomerAsync();
        var file = await FileAsync(customer.Id, "../../etc/passwd\u202Efdp.exe");
        var name = (await scene.Database.Read(db => db.Attachments.SingleAsync(row => row.Id == file))).Name;
        name.ShouldEndWith(".pdf");
        name.ShouldNotContain("/");
        name.ShouldNotContain("\u202E");
    }

    private async Task<Guid> FileAsync(Guid customerId, string name = "story.pdf")
    {
        using var stream = new MemoryStream("%PDF-1.7\n%%EOF"u8.ToArray());
        var kept = await scene.Database.Ask<AssetFiles, Outcome<Guid>>(files => files.KeepAsync(customerId, stream, name, scene.Marketing.AsViewer(), default));
        kept.Refusal.ShouldBeNull();
        return kept.Value;
    }

    private async Task<string?> RefusedFieldAsync(Guid customerId, Func<AssetEdit, AssetEdit> with) =>
        (await scene.Database.Ask<AssetService, Outcome<Guid>>(service => service.CreateAsync(customerId, with(new AssetEdit { Title = "Story", Text = "x" }), scene.Marketing.AsViewer(), default))).Field;

    private Task<Outcome> WithdrawAsync(Guid id) => scene.Database.Ask<AssetPublishing, Outcome>(service => service.WithdrawAsync(id, "Out of date", scene.Marketing.AsViewer(), default));

    private Task<Outcome> DraftAgainAsync(Guid id) => scene.Database.Ask<AssetPublishing, Outcome>(service => service.ReturnToDraftAsync(id, scene.Marketing.AsViewer(), default));
}
