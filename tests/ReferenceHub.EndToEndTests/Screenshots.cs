using Microsoft.Playwright;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;

namespace ReferenceHub.EndToEndTests;

/// <summary>Makes the pictures of the documentation; run by scripts/screenshots.sh.</summary>
[Collection(WithRealApp.Name)]
public sealed class Screenshots(RealApp app)
{
    private const int Height = 860;

    public static TheoryData<string, string, string, int, bool> Pictures => new()
    {
        { "home-manager", "manager", "/", 1280, false },
        { "references", "rep", "/references", 1280, false },
        { "references-dark", "rep", "/references", 1280, true },
        { "reference", "manager", "/references/first", 1280, false },
        { "request-new", "rep", "/requests/new?type=sales-call", 1280, false },
        { "request", "manager", "/requests/first", 1280, false },
        { "queue", "manager", "/requests/queue", 1280, false },
        { "queue-phone", "manager", "/requests/queue", 375, false },
        { "usage", "manager", "/usage", 1280, false },
        { "metrics", "manager", "/metrics", 1280, false },
        { "metrics-dark", "executive", "/metrics", 1280, true },
    };

    [ScreenshotTheory]
    [MemberData(nameof(Pictures))]
    public async Task A_page_is_pictured(string name, string person, string path, int width, bool dark)
    {
        await using var desk = await Desks.AtAsync(app, person, path, width, dark ? ColorScheme.Dark : ColorScheme.Light);
        await desk.Page.SetViewportSizeAsync(width, Height);
        await desk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(ScreenshotTheoryAttribute.Folder!, name + ".png") });
    }
}

/// <summary>A theory that runs only where `REFERENCEHUB_SCREENSHOTS` names the folder for its pictures.</summary>
public sealed class ScreenshotTheoryAttribute : TheoryAttribute
{
    public ScreenshotTheoryAttribute() => Skip = Folder is null ? "REFERENCEHUB_SCREENSHOTS does not name a folder for the pictures" : Chromium.SkipReason;

    public static string? Folder { get; } = Environment.GetEnvironmentVariable("REFERENCEHUB_SCREENSHOTS");
}
