using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Content;

/// <summary>The library in the browser: who reads what, and how content is written.</summary>
public sealed class LibraryPageTests : IDisposable
{
    private const string Canary = "CANARY7731";
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Drafts_and_content_of_confidential_customers_reach_nobody_who_may_not_know(Roles roles)
    {
        var (open, secret) = (Given.Customer("Open Company"), Given.Customer($"Secret {Canary}", tier: Tier.Confidential));
        var draft = new Asset(Given.Id(), open.Id, new AssetFacts { Title = $"Draft {Canary}", Kind = AssetKind.Story, Language = "en", PublishedOn = Today }, app.Clock.Now);
        draft.Fill($"Text {Canary}", $"https://x.example/{Canary}", null);
        var hidden = Story(secret, $"Hidden {Canary}");
        var fine = Story(open, "Fine");
        var deal = Given.Opportunity();
        await app.AddAsync(open, secret, draft, hidden, fine, deal);
        await app.AddAsync(new OpportunityAsset(deal.Id, hidden.Id, null, app.Clock.Now));

        var visitor = await app.SignedInAsync(roles);
        foreach (var address in new[] { "/content", "/content?q=canary77", "/content?view=drafts", "/content?view=unused", "/content?sort=used", $"/opportunities/{deal.Id}", $"/references/{open.Id}?tab=content", $"/references/{secret.Id}?tab=content", "/" })
        {
            var page = await visitor.GetAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK, address);
            page.Body.ShouldNotContain(Canary, Case.Insensitive, address);
        }

        foreach (var address in new[] { $"/content/{draft.Id}", $"/content/{draft.Id}/link", $"/content/{hidden.Id}", $"/content/{hidden.Id}/file" })
        {
            (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await visitor.GetAsync("/content")).Text("main").ShouldContain("1 piece of content");
        (await visitor.GetAsync($"/content?customer={secret.Id}")).Text("main").ShouldNotContain(Canary);
    }

    [Fact]
    public async Task A_story_is_written_refused_permitted_and_published()
    {
        var marketing = await app.SignedInAsync(Roles.Marketing);
        var customer = Given.Customer("Open Company");
        customer.Permissions.RemoveAll(permission => permission.Scope == PermissionScope.Story);
        await app.AddAsync(customer);
        var form = await marketing.GetAsync($"/content/new?customer={customer.Id}");
        var refused = await marketing.SubmitAsync(form, "form[data-draft]", ("Title", "How they moved"), ("Text", "[x](javascript:alert(1))"));
        refused.Text(".invalid-feedback").ShouldContain("http, https or mail");
        var saved = await marketing.SubmitAsync(refused, "form[data-draft]", ("Text", "They **moved**."));
        var page = await marketing.FollowAsync(saved);
        page.All("strong").Select(word => word.TextContent).ShouldContain("moved");

        var no = await marketing.FollowAsync(await marketing.SubmitAsync(page, ".page-header form[action$='/publication']"));
        no.Text("#flash").ShouldContain("has not agreed yet: story");
        var permission = new Permission(Given.Id(), customer.Id, PermissionScope.Story);
        permission.Record(PermissionStatus.Granted, null, "Form", app.Clock.Now);
        await app.AddAsync(permission);
        var yes = await marketing.FollowAsync(await marketing.SubmitAsync(no, ".page-header form[action$='/publication']"));
        yes.Text("#flash").ShouldContain("Published");
        var rep = await app.SignedInAsync(Roles.Rep);
        (await rep.GetAsync("/content?q=mov")).Text("main").ShouldContain("How they moved");
    }

    [Fact]
    public async Task A_preview_needs_no_script_and_saves_nothing()
    {
        var marketing = await app.SignedInAsync(Roles.Marketing);
        var customer = Given.Customer();
        await app.AddAsync(customer);
        var page = await marketing.PostAsync($"/content/new?customer={customer.Id}", ("Title", "T"), ("Kind", "Story"), ("Language", "en"), ("Text", "# Head\n<b>x</b>"), ("show", "preview"));
        page.Text("#preview h3").ShouldContain("Head");
        page.All("#preview b").ShouldBeEmpty();
        (await app.DataAsync(db => db.Assets.CountAsync())).ShouldBe(0);
        (await marketing.PostAsync("/content/preview", ("Text", "**bold**"))).All("strong").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_edits_at_once_meet_field_by_field()
    {
        var marketing = await app.SignedInAsync(Roles.Marketing);
        var customer = Given.Customer();
        var asset = Story(customer, "Story");
        await app.AddAsync(customer, asset);
        var (first, second) = (await marketing.GetAsync($"/content/{asset.Id}/edit"), await marketing.GetAsync($"/content/{asset.Id}/edit"));
        await marketing.SubmitAsync(first, "form[data-draft]", ("Text", "Theirs"));
        var met = await marketing.SubmitAsync(second, "form[data-draft]", ("Text", "Mine"), ("Summary", "Mine, too"));
        met.Status.ShouldBe(HttpStatusCode.Conflict);
        met.Text("[data-conflict='Text']").ShouldContain("Theirs");
        var settled = await marketing.SubmitAsync(met, "form[data-draft]", ("Keep[Text]", "theirs"));
        settled.Status.ShouldBe(HttpStatusCode.Redirect);
        var saved = await app.DataAsync(db => db.Assets.SingleAsync());
        (saved.Text, saved.Summary).ShouldBe(("Theirs", "Mine, too"));
    }

    [Theory]
    [InlineData("<svg onload=alert(1)>", "logo.svg", "image/svg+xml")]
    [InlineData("<html><script>alert(1)</script>", "story.pdf", "application/pdf")]
    [InlineData("MZ executable", "story.docx", "application/octet-stream")]
    public async Task Hostile_files_are_refused_beside_their_field(string bytes, string name, string type)
    {
        var marketing = await app.SignedInAsync(Roles.Marketing);
        var customer = Given.Customer();
        await app.AddAsync(customer);
        var answer = await UploadAsync(marketing, customer.Id, System.Text.Encoding.ASCII.GetBytes(bytes), name, type);
        answer.Text("#Upload_error").ShouldContain("by its contents it is not");
        (await app.DataAsync(db => db.Attachments.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_kept_under_a_safe_name_and_handed_out_as_a_download()
    {
        var marketing = await app.SignedInAsync(Roles.Marketing);
        var customer = Given.Customer();
        await app.AddAsync(customer);
        var saved = await UploadAsync(marketing, customer.Id, "%PDF-1.7\n%%EOF"u8.ToArray(), "../../x.html", "text/html");
        saved.Status.ShouldBe(HttpStatusCode.Redirect);
        using var file = await marketing.Client.GetAsync($"{saved.Location}/file");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        file.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldBe("x.html.pdf");
    }

    private static async Task<Page> UploadAsync(Visitor visitor, Guid customerId, byte[] bytes, string name, string type)
    {
        var form = await visitor.GetAsync($"/content/new?customer={customerId}");
        using var content = new MultipartFormDataContent
        {
            { new StringContent("Story with a file"), "Title" },
            { new StringContent("Story"), "Kind" },
            { new StringContent("en"), "Language" },
            { new StringContent(form.One("input[name='__RequestVerificationToken']").GetAttribute("value")!), "__RequestVerificationToken" },
        };
        using var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(type);
        content.Add(part, "upload", name);
        return await Page.ReadAsync(await visitor.Client.PostAsync($"/content/new?customer={customerId}", content));
    }

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.Now);

    private Asset Story(Customer customer, string title)
    {
        var asset = new Asset(Given.Id(), customer.Id, AssetKind.Story, title, "en", Today);
        asset.Fill("Once upon a time.", null, null);
        return asset;
    }
}
