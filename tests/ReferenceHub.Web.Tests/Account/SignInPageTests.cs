using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Account;

/// <summary>Signing in and out through the pages.</summary>
public sealed class SignInPageTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_page_leads_to_sign_in_and_back()
    {
        var person = await app.PersonAsync(Roles.Rep);
        var visitor = app.Anybody();
        var sent = await visitor.GetAsync("/account/profile");
        sent.Location.ShouldBe("/account/login?returnUrl=%2Faccount%2Fprofile");
        var answer = await LogInAsync(visitor, person, WebApp.Password, sent.Location!);
        answer.Location.ShouldBe("/account/profile");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Sign_in_never_leads_away(string returnUrl)
    {
        var person = await app.PersonAsync(Roles.Rep);
        var answer = await LogInAsync(app.Anybody(), person, WebApp.Password, "/account/login?returnUrl=" + Uri.EscapeDataString(returnUrl));
        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task Wrong_and_unknown_get_the_same_page_and_then_have_to_wait()
    {
        var person = await app.PersonAsync(Roles.Rep);
        var wrong = await LogInAsync(app.Anybody(), person, "wrong");
        var page = await app.Anybody().GetAsync("/account/login");
        wrong.Text("main").ShouldContain("do not match");
        page.Text("main").ShouldNotContain("do not match");
        Page? last = null;
        for (var failure = 0; failure < 7; failure++)
        {
            last = await LogInAsync(app.Anybody(), person, "wrong");
        }

        last!.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Response.Headers.RetryAfter!.Delta.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Sign_out_kills_the_session_and_not_only_the_cookie()
    {
        var visitor = await app.SignedInAsync(Roles.Rep);
        var cookie = (await visitor.GetAsync("/account/profile")).Response.RequestMessage!.Headers.GetValues("Cookie").Single();
        (await visitor.PostAsync("/account/logout")).Location.ShouldBe("/account/login");
        using var replay = new HttpRequestMessage(HttpMethod.Get, "/account/profile");
        replay.Headers.Add("Cookie", cookie);
        (await app.Anybody().Client.SendAsync(replay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Deactivating_ends_every_session_at_once_and_roles_change_on_the_next_click()
    {
        var admin = await app.SignedInAsync(Roles.Administrator);
        var rep = await app.SignedInAsync(Roles.Rep);
        (await rep.GetAsync("/admin/messages")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var page = await admin.GetAsync($"/admin/users/{rep.Person!.Id}");
        await admin.SubmitAsync(page, $"form[action='/admin/users/{rep.Person.Id}']", ("Roles", nameof(Roles.ProgramManager)));
        (await rep.GetAsync("/admin/messages")).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.PostAsync($"/admin/users/{rep.Person.Id}/deactivation")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await rep.GetAsync("/account/profile")).Location!.ShouldStartWith("/account/login");
    }

    [Fact]
    public async Task Demo_people_are_never_named_in_production()
    {
        await app.AddAsync(new User(app.NextId(), "Demo", "rep@referencehub.example", Roles.Rep, app.Clock.Now) { PasswordHash = "set" });
        (await app.Anybody().GetAsync("/account/login")).Body.ShouldNotContain("referencehub.example");
    }

    [Fact]
    public async Task An_empty_installation_leads_to_set_up_and_only_once()
    {
        var visitor = app.Anybody();
        (await visitor.GetAsync("/references")).Location.ShouldBe("/account/setup");
        (await visitor.GetAsync("/account/login")).Location.ShouldBe("/account/setup");
        (await visitor.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        var token = app.Logs.Lines.Single(line => line.Contains("one-time token", StringComparison.Ordinal)).Split("token: ")[1].Trim().Split(' ')[0];
        var form = await visitor.GetAsync("/account/setup");
        var done = await visitor.SubmitAsync(form, "form[action='/account/setup']", ("Token", token), ("Organisation", "Acme"), ("Name", "Ada"), ("Email", "ada@example.com"), ("Password", "quiet-otter-lantern-9"));
        done.Location.ShouldBe("/account/login");
        (await visitor.GetAsync("/account/setup")).Status.ShouldBe(HttpStatusCode.NotFound);
        await visitor.SignInAsync("ada@example.com", "quiet-otter-lantern-9");
        (await visitor.GetAsync("/admin/users")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.DataAsync(db => db.Users.CountAsync())).ShouldBe(1);
    }

    private static async Task<Page> LogInAsync(Visitor visitor, User person, string password, string address = "/account/login") =>
        await visitor.SubmitAsync(await visitor.GetAsync(address), "form[action='/account/login']", ("Email", person.Email), ("Password", password));
}
