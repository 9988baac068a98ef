using Microsoft.Playwright;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>Pages that people without an account open, on their phones above all.</summary>
public static class LinkPages
{
    /// <summary>Width of a phone in pixels.</summary>
    public const int Phone = 375;

    /// <summary>Opens a page of a link on a phone and looks at it in the light and in the dark, narrow and wide: no barrier, nothing to scroll sideways.</summary>
    public static async Task OpenAndJudgeAsync(this Desk phone, string path)
    {
        ArgumentNullException.ThrowIfNull(phone);
        (await phone.GoAsync(path)).ShouldBe(200, path);
        await phone.JudgeAsync();
    }

    /// <summary>Looks at the page that is open.</summary>
    public static async Task JudgeAsync(this Desk phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        var page = phone.Page;
        foreach (var width in new[] { 1280, Phone })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{page.Url} scrolls sideways");
            (await Axe.BarriersAsync(page)).ShouldBeEmpty($"{page.Url}, {width} px wide, light");
        }

        (await Axe.BarriersInTheDarkAsync(page)).ShouldBeEmpty($"{page.Url}, dark");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }
}
