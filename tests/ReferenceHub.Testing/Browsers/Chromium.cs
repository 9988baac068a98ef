using Microsoft.Playwright;
using Xunit;

namespace ReferenceHub.Testing.Browsers;

/// <summary>The installed Chromium (or `CHROME_PATH`), one process for the run.</summary>
public static class Chromium
{
    private static readonly string? Executable = Shell.FirstExisting(
        Environment.GetEnvironmentVariable("CHROME_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>Why browser tests are skipped; null when they run.</summary>
    public static string? SkipReason { get; } = TestRun.SkipReason(Executable is null, "no Chromium: install it, or set CHROME_PATH");

    /// <summary>The running browser.</summary>
    public static Task<IBrowser> BrowserAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable ?? throw new InvalidOperationException("Chromium is not installed, and CHROME_PATH is not set."),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return browser;
    }
}

/// <summary>A fact that needs a browser, skipped where that is missing.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.SkipReason;
}

/// <summary>A theory that needs a browser, skipped where that is missing.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.SkipReason;
}
