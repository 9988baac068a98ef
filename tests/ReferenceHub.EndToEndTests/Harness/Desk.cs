using Microsoft.Playwright;
using ReferenceHub.Testing.Browsers;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>One person at one browser window; notes every error of the page on the way.</summary>
public sealed class Desk : IAsyncDisposable
{
    private const string DemoPassword = "Demo-Pass-2026";

    private const float Patience = 20_000;

    private readonly IBrowserContext context;
    private readonly List<string> troubles = [];

    private Desk(IBrowserContext context, IPage page, string address)
    {
        this.context = context;
        Page = page;
        Address = address;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                troubles.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => troubles.Add($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                troubles.Add($"{response.Status} {response.Request.Method} {response.Url}");
            }
        };
    }

    /// <summary>The page in the window.</summary>
    public IPage Page { get; }

    /// <summary>Where the product is.</summary>
    public string Address { get; }

    /// <summary>Opens a window; width in pixels.</summary>
    public static Task<Desk> OpenAsync(RealApp app, int width = 1280, ColorScheme scheme = ColorScheme.Light) => OpenAsync(app, width, scheme, session: null);

    private static async Task<Desk> OpenAsync(RealApp app, int width, ColorScheme scheme, string? session)
    {
        var browser = await Chromium.BrowserAsync();
        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
        });
        window.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Desk(window, await window.NewPageAsync(), app.Address);
    }

    /// <summary>Opens a window and signs a demo person in, once in the life of the product: "rep", "manager" …</summary>
    public static async Task<Desk> SignedInAsync(RealApp app, string person, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var session = app.Sessions.GetValueOrDefault(person);
        var desk = await OpenAsync(app, width, scheme, session);
        if (session is not null)
        {
            return desk;
        }

        await desk.GoAsync("/account/login");
        await desk.Page.FillAsync("#Email", $"{person}@referencehub.example");
        await desk.Page.FillAsync("#Password", DemoPassword);
        await desk.Page.ClickAsync("main form button.btn-primary");
        await desk.Page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
        app.Sessions[person] = await desk.context.StorageStateAsync();
        return desk;
    }

    /// <summary>Goes to an address of the product and waits until scripts have run.</summary>
    public async Task<int> GoAsync(string path)
    {
        var response = await Page.GotoAsync(Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return response?.Status ?? 0;
    }

    /// <summary>The words of the page's main part.</summary>
    public Task<string> WordsAsync(string selector = "main") => Page.InnerTextAsync(selector);

    /// <summary>No console error, no script error, no CSP violation, no server error so far.</summary>
    public void ShouldBeClean() => troubles.ShouldBeEmpty();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
