using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Content;

/// <summary>What a prospect gets behind an address, and what counts as their view.</summary>
public sealed class SharedPageTests : IAsyncLifetime, IDisposable
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1";
    private readonly WebApp app = new();
    private User sender = null!;
    private Customer customer = null!;
    private Asset story = null!;
    private Asset slide = null!;

    public async Task InitializeAsync()
    {
        sender = await app.PersonAsync(Roles.Rep, "Rita Sell");
        customer = Given.Customer("Open Company");
        story = new Asset(Given.Id(), customer.Id, AssetKind.Story, "How they moved", "en", DateOnly.FromDateTime(app.Clock.Now));
        story.Fill("They **moved** [fast](https://fine.example). <script>alert(1)</script> [x](javascript:alert(1))", "https://video.example/1?a=b", null);
        var file = new StoredFile(new string('A', 64), 9, FileKind.Pdf.ContentType, app.Clock.Now);
        var attachment = new Attachment(Given.Id(), file, "one \"slide\"\u00E4.pdf", customer.Id, null, app.Clock.Now);
        slide = new Asset(Given.Id(), customer.Id, AssetKind.Slide, "One slide", "en", DateOnly.FromDateTime(app.Clock.Now));
        slide.Fill(null, null, attachment.Id);
        await app.AddAsync(customer, file, new StoredFilePart(file.Hash, 0, "%PDF-1.7\n"u8.ToArray()), attachment, story, slide);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task One_piece_is_shown_with_its_text_inert_and_its_link_behind_the_counter()
    {
        var made = await ShareAsync([story.Id]);
        var page = await Prospect().GetAsync($"/l/{made.Token}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("h1").ShouldBe("How they moved");
        page.Text("main").ShouldContain("Rita Sell");
        page.All("main script").ShouldBeEmpty();
        page.All("main a").Select(link => link.GetAttribute("href")).ShouldBe(["https://fine.example", $"/l/{made.Token}/content/{story.Id}/link"]);
        page.Body.ShouldContain("noindex");
        var followed = await Prospect().GetAsync($"/l/{made.Token}/content/{story.Id}/link");
        followed.Response.Headers.Location!.ToString().ShouldBe("https://video.example/1?a=b");
        followed.Response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        (await CountsAsync(made.ShareId)).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task Several_pieces_are_listed_and_a_file_comes_as_a_download()
    {
        var made = await ShareAsync([story.Id, slide.Id]);
        var prospect = Prospect();
        var page = await prospect.GetAsync($"/l/{made.Token}");
        page.All(".list-group a").Count.ShouldBe(2);
        (await prospect.GetAsync($"/l/{made.Token}/content/{slide.Id}")).Text("h1").ShouldBe("One slide");
        using var answer = await prospect.Client.GetAsync($"/l/{made.Token}/content/{slide.Id}/file");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await answer.Content.ReadAsStringAsync()).ShouldStartWith("%PDF");
        (await CountsAsync(made.ShareId)).ShouldBe((2, 1, 0));
    }

    [Fact]
    public async Task Looks_of_the_team_of_scanners_and_at_headers_do_not_count()
    {
        var made = await ShareAsync([story.Id]);
        var colleague = await app.SignedInAsync(sender);
        colleague.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Phone);
        (await colleague.GetAsync($"/l/{made.Token}")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.Anybody().GetAsync($"/l/{made.Token}")).Status.ShouldBe(HttpStatusCode.OK);
        var scanner = app.Anybody();
        scanner.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Slackbot-LinkExpanding 1.0");
        await scanner.GetAsync($"/l/{made.Token}/content/{story.Id}/link");
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/l/{made.Token}");
        using var answer = await Prospect().Client.SendAsync(head);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var early = Prospect();
        early.Client.DefaultRequestHeaders.Add("Sec-Purpose", "prefetch");
        await early.GetAsync($"/l/{made.Token}");
        (await CountsAsync(made.ShareId)).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Looking_changes_nothing_but_the_counter()
    {
        var made = await ShareAsync([story.Id]);
        var before = await StateAsync(made.ShareId);
        await Prospect().GetAsync($"/l/{made.Token}");
        (await StateAsync(made.ShareId)).ShouldBe(before);
        (await CountsAsync(made.ShareId)).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task A_password_stands_before_everything_and_a_wrong_one_says_so()
    {
        var made = await ShareAsync([story.Id], "a good password");
        var prospect = Prospect();
        var locked = await prospect.GetAsync($"/l/{made.Token}");
        locked.Body.ShouldNotContain("How they moved");
        locked.Body.ShouldNotContain("Open Company");
        (await prospect.GetAsync($"/l/{made.Token}/content/{story.Id}")).Location.ShouldBe($"/l/{made.Token}");
        (await prospect.GetAsync($"/l/{made.Token}/content/{story.Id}/link")).Location.ShouldBe($"/l/{made.Token}");

        var wrong = await prospect.SubmitAsync(locked, "form[action$='/unlock']", ("Password", "guess"));
        wrong.Text("main").ShouldContain("not the password");
        var right = await prospect.SubmitAsync(wrong, "form[action$='/unlock']", ("Password", "a good password"));
        right.Location.ShouldBe($"/l/{made.Token}");
        (await prospect.FollowAsync(right)).Text("h1").ShouldBe("How they moved");
        (await Prospect().GetAsync($"/l/{made.Token}")).Body.ShouldNotContain("How they moved");
        (await CountsAsync(made.ShareId)).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task A_password_said_for_one_share_opens_no_other()
    {
        var (first, second) = (await ShareAsync([story.Id], "a good password"), await ShareAsync([story.Id], "a good password"));
        var prospect = Prospect();
        await prospect.SubmitAsync(await prospect.GetAsync($"/l/{first.Token}"), "form[action$='/unlock']", ("Password", "a good password"));
        (await prospect.GetAsync($"/l/{second.Token}")).Body.ShouldNotContain("How they moved");
    }

    [Fact]
    public async Task What_may_not_be_shown_any_more_is_gone_with_a_friendly_word()
    {
        var made = await ShareAsync([story.Id]);
        var other = await ShareAsync([slide.Id]);
        await app.DataAsync(async db =>
        {
            (await db.Assets.FindAsync(story.Id))!.Withdraw("Canary reason", app.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var page = await Prospect().GetAsync($"/l/{made.Token}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("main").ShouldContain("Rita Sell can tell you more");
        foreach (var secret in new[] { "How they moved", "Open Company", "Canary" })
        {
            page.Body.ShouldNotContain(secret);
        }

        foreach (var path in new[] { "", "/link", "/file" })
        {
            (await Prospect().GetAsync($"/l/{made.Token}/content/{story.Id}{path}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await Prospect().GetAsync($"/l/{other.Token}/content/{story.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, "content of another share is not there");
    }

    [Fact]
    public async Task The_address_is_shown_once_and_statistics_follow()
    {
        var rep = await app.SignedInAsync(sender);
        var form = await rep.GetAsync($"/content/shares/new?asset={story.Id}");
        var sent = await rep.SubmitAsync(form, "form[action='/content/shares/new']", ("Recipient", "Pat Prospect"), ("Message", "As promised"));
        var page = await rep.FollowAsync(sent);
        var address = page.One("#share-address").GetAttribute("value")!;
        address.ShouldStartWith("https://localhost/l/");
        (await rep.GetAsync(sent.Location!)).All("#share-address").ShouldBeEmpty();
        await Prospect().GetAsync(new Uri(address).AbsolutePath);
        (await rep.GetAsync(sent.Location!)).All("tbody tr")[0].TextContent.Count(letter => letter == '1').ShouldBe(1);
        var token = address.Split('/')[^1];
        app.Logs.Lines.ShouldAllBe(line => !line.Contains(token, StringComparison.Ordinal));
    }

    private Visitor Prospect()
    {
        var visitor = app.Anybody();
        visitor.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Phone);
        return visitor;
    }

    private async Task<NewAddress> ShareAsync(IReadOnlyList<Guid> assets, string? password = null)
    {
        var wish = new ShareWish { AssetIds = assets, Recipient = "Pat Prospect", Until = DateOnly.FromDateTime(app.Clock.Now).AddDays(9), Password = password };
        var made = await app.AskAsync<ShareService, Outcome<NewAddress>>(shares => shares.CreateAsync(wish, sender.AsViewer(), CancellationToken.None));
        made.Refusal.ShouldBeNull();
        return made.Value!;
    }

    private async Task<(int Opened, int Downloaded, int Followed)> CountsAsync(Guid shareId)
    {
        var views = await app.DataAsync(db => db.ContentViews.Where(view => view.ShareId == shareId).ToListAsync());
        return (views.Count(view => view.Kind == ContentViewKind.Opened), views.Count(view => view.Kind == ContentViewKind.Downloaded), views.Count(view => view.Kind == ContentViewKind.Followed));
    }

    private Task<string> StateAsync(Guid shareId) => app.DataAsync(async db =>
    {
        var share = await db.ContentShares.AsNoTracking().SingleAsync(share => share.Id == shareId);
        var link = await db.SignedLinks.AsNoTracking().SingleAsync(link => link.Id == share.LinkId);
        return $"{share.Version} {share.RevokedAt} {link.Version} {link.Uses} {link.RevokedAt} {await db.HistoryEvents.CountAsync()} {await db.OutboxMessages.CountAsync()}";
    });
}
