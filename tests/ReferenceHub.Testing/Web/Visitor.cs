using System.Net;
using AngleSharp.Html.Dom;
using ReferenceHub.Core.People;

namespace ReferenceHub.Testing.Web;

/// <summary>Somebody with a browser: follows no redirects by itself, keeps cookies, fills in forms.</summary>
public sealed class Visitor(HttpClient client)
{
    private const string TokenName = "__RequestVerificationToken";

    /// <summary>The connection, for requests that no form makes.</summary>
    public HttpClient Client { get; } = client;

    /// <summary>Who it is, when signed in.</summary>
    public User? Person { get; internal set; }

    /// <summary>The person as Core knows them.</summary>
    public Viewer Viewer => Person?.AsViewer() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Opens an address.</summary>
    public async Task<Page> GetAsync(string address) => await Page.ReadAsync(await Client.GetAsync(address));

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<Page> OpenAsync(string address) => await FollowAsync(await GetAsync(address));

    /// <summary>Goes where a page redirects to.</summary>
    public async Task<Page> FollowAsync(Page page)
    {
        for (var hop = 0; hop < 5 && page.Location is { } next; hop++)
        {
            page = await GetAsync(next);
        }

        return page;
    }

    /// <summary>Fills in the form that matches and sends it; the answer is not followed.</summary>
    public async Task<Page> SubmitAsync(Page page, string formSelector, params (string Field, string? Value)[] values)
    {
        var form = page.Form(formSelector);
        foreach (var (field, value) in values)
        {
            form.Fill(field, value);
        }

        return await Page.ReadAsync(await Client.SendAsync(form.ToRequest()));
    }

    /// <summary>Posts to an address with this visitor's antiforgery token, for requests that no page offers.</summary>
    public Task<Page> PostAsync(string address, params (string Field, string? Value)[] values) => SendFormAsync(HttpMethod.Post, address, values);

    /// <summary>Sends a form with any verb and this visitor's antiforgery token.</summary>
    public async Task<Page> SendFormAsync(HttpMethod verb, string address, params (string Field, string? Value)[] values)
    {
        var fields = values.Select(pair => KeyValuePair.Create(pair.Field, pair.Value ?? "")).ToList();
        if (await TokenAsync() is { } token)
        {
            fields.Add(KeyValuePair.Create(TokenName, token));
        }

        using var request = new HttpRequestMessage(verb, address) { Content = new FormUrlEncodedContent(fields) };
        return await Page.ReadAsync(await Client.SendAsync(request));
    }

    /// <summary>Posts without an antiforgery token, as a foreign site would.</summary>
    public async Task<Page> PostWithoutTokenAsync(string address, params (string Field, string? Value)[] values)
    {
        using var content = new FormUrlEncodedContent(values.Select(pair => KeyValuePair.Create(pair.Field, pair.Value ?? "")));
        return await Page.ReadAsync(await Client.PostAsync(address, content));
    }

    /// <summary>Signs in through the form.</summary>
    public async Task SignInAsync(string email, string password)
    {
        var page = await GetAsync("/account/login");
        var answer = await SubmitAsync(page, "form[action*='/account/login']", ("Email", email), ("Password", password));
        if (answer.Status != HttpStatusCode.Redirect && answer.Status != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"{email} could not sign in: {(int)answer.Status} {answer.Text("main")}");
        }
    }

    private async Task<string?> TokenAsync()
    {
        foreach (var address in new[] { "/account/login", "/" })
        {
            var page = await OpenAsync(address);
            if (page.Document.QuerySelector($"input[name='{TokenName}']") is IHtmlInputElement input)
            {
                return input.Value;
            }
        }

        return null;
    }
}
