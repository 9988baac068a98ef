using System.Net;
using System.Text;
using ReferenceHub.Core.People;
using ReferenceHub.Testing.Web;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Tests.Security;

/// <summary>Headers and cookies of every kind of response.</summary>
public sealed class HeaderTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("/account/login", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/no-such-page", HttpStatusCode.Redirect)]
    [InlineData("/account/setup", HttpStatusCode.NotFound)]
    [InlineData("/l/not-a-token", HttpStatusCode.NotFound)]
    [InlineData("/lib/tabler/tabler.min.css", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/account/login?returnUrl=%00", HttpStatusCode.BadRequest)]
    public async Task Every_kind_of_response_carries_the_headers(string address, HttpStatusCode status)
    {
        await app.PersonAsync(Roles.Administrator);
        var response = await app.Anybody().Client.GetAsync(address);
        response.StatusCode.ShouldBe(status);
        Header(response, "Content-Security-Policy").ShouldBe("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
        Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(response, "Referrer-Policy").ShouldBe("no-referrer");
        Header(response, "X-Frame-Options").ShouldBe("DENY");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/account/login", 1_000_001)]
    [InlineData("/requests/new", 1_000_001)]
    [InlineData("/references/import", 40_000_000)]
    public async Task A_body_larger_than_its_route_takes_is_too_large_rather_than_a_bad_form(string address, int bytes)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        using var body = new ByteArrayContent(new byte[bytes]);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        var response = await manager.Client.PostAsync(address, body);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Too large");
    }

    [Fact]
    public async Task Cookies_are_host_bound_secure_and_closed_to_scripts()
    {
        var person = await app.PersonAsync(Roles.Rep);
        var visitor = app.Anybody();
        var page = await visitor.GetAsync("/account/login");
        var answer = await visitor.SubmitAsync(page, "form[action='/account/login']", ("Email", person.Email), ("Password", WebApp.Password));
        var cookies = page.Response.Headers.GetValues("Set-Cookie").Concat(answer.Response.Headers.GetValues("Set-Cookie")).ToList();
        cookies.ShouldContain(cookie => cookie.StartsWith("__Host-ReferenceHub=", StringComparison.Ordinal));
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-");
            cookie.ToLowerInvariant().ShouldContain("secure");
            cookie.ToLowerInvariant().ShouldContain("httponly");
            cookie.ToLowerInvariant().ShouldContain("samesite=");
            cookie.ToLowerInvariant().ShouldNotContain("domain=");
        }
    }

    [Fact]
    public async Task A_cookie_without_the_prefix_is_not_believed_on_https()
    {
        var visitor = await app.SignedInAsync(Roles.Rep);
        var own = await visitor.GetAsync("/account/profile");
        own.Status.ShouldBe(HttpStatusCode.OK);
        var sent = own.Response.RequestMessage!.Headers.GetValues("Cookie").Single();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/profile");
        request.Headers.Add("Cookie", sent.Replace("__Host-", "", StringComparison.Ordinal));
        (await app.Anybody().Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task On_plain_loopback_http_forms_work()
    {
        var person = await app.PersonAsync(Roles.Rep);
        using var client = app.CreateClient(new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        var page = await client.GetAsync("/account/login");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var cookie = page.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("ReferenceHub.Form=", StringComparison.Ordinal));
        cookie.ShouldContain("secure");
        var token = (await Page.ReadAsync(page)).One("form[action='/account/login'] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/login")
        {
            Content = new FormUrlEncodedContent([new("Email", person.Email), new("Password", WebApp.Password), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        (await client.SendAsync(request)).Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_forged_forwarding_header_changes_nothing()
    {
        var person = await app.PersonAsync(Roles.Rep);
        for (var failure = 0; failure < 8; failure++)
        {
            await TryAsync(person, $"203.0.113.{failure}");
        }

        (await TryAsync(person, "203.0.113.99")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Control_characters_and_broken_surrogates_are_refused()
    {
        var visitor = await app.SignedInAsync(Roles.Rep);
        foreach (var bad in new[] { "a\u0000b", "a\u001bb" })
        {
            (await visitor.PostAsync("/account/profile", ("Name", bad))).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await visitor.PostAsync("/account/profile", ("Name", "Zoë 😀"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(false, "application/x-www-form-urlencoded")]
    [InlineData(true, "application/x-www-form-urlencoded")]
    [InlineData(true, "multipart/form-data; boundary=x")]
    public async Task A_body_beyond_the_limit_is_too_large_whether_it_announces_its_length_or_not(bool chunked, string type)
    {
        var visitor = await app.SignedInAsync(Roles.Rep);
        var body = type.StartsWith("multipart", StringComparison.Ordinal) ? "--x\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\n" : "Name=";
        using var content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes(body + new string('x', (int)SecurityServices.BodyLimit + 1))));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/profile") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await Page.ReadAsync(await visitor.Client.SendAsync(request));

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Text("h1").ShouldContain("Too large");
    }

    private async Task<Page> TryAsync(User person, string forged)
    {
        var visitor = app.Anybody();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", forged);
        var page = await visitor.GetAsync("/account/login");
        return await visitor.SubmitAsync(page, "form[action='/account/login']", ("Email", person.Email), ("Password", "wrong"));
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
