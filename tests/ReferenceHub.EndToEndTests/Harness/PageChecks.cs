using ReferenceHub.Testing.Browsers;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>What every page keeps to.</summary>
public static class PageChecks
{
    private const int Phone = 375;

    /// <summary>The page in the window, as it is named: no barrier, light and dark; no sideways scrolling on a phone; no error on the way.</summary>
    public static async Task ShouldSuitEverybodyAsync(this Desk desk, string named)
    {
        ArgumentNullException.ThrowIfNull(desk);
        (await Axe.BarriersAsync(desk.Page)).ShouldBeEmpty($"{named}, light");

        (await Axe.BarriersInTheDarkAsync(desk.Page)).ShouldBeEmpty($"{named}, dark");

        var before = desk.Page.ViewportSize!;
        await desk.Page.SetViewportSizeAsync(Phone, 800);
        await desk.Page.ReloadAsync();
        (await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Phone, $"{named} scrolls sideways");
        await desk.Page.SetViewportSizeAsync(before.Width, before.Height);
        desk.ShouldBeClean();
    }
}
