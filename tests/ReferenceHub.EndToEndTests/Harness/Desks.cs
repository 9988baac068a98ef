using Microsoft.Playwright;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>Finds the pages that a test looks at; a path may name "first", the first row of its list.</summary>
public static class Desks
{
    /// <summary>A window at a page, signed in as a demo person ("" for nobody).</summary>
    public static async Task<Desk> AtAsync(RealApp app, string person, string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var desk = person.Length == 0 ? await Desk.OpenAsync(app, width, scheme) : await Desk.SignedInAsync(app, person, width, scheme);
        await desk.GoToAsync(path);
        return desk;
    }

    /// <summary>Goes to a page; "/references/first" is the first record of "/references" whose name is told: turns change by the day.</summary>
    public static async Task GoToAsync(this Desk desk, string path)
    {
        var first = path.IndexOf("/first", StringComparison.Ordinal);
        if (first >= 0)
        {
            var list = path[..first];
            var rest = path[(first + "/first".Length)..];
            (await desk.GoAsync(list)).ShouldBe(200, list);
            var room = list.Split('?')[0];
            path = await desk.Page.Locator($"main a[href^='{room}/']:visible").EvaluateAllAsync<string>(
                "links => links.filter(link => !link.closest('[data-row]')?.textContent.includes('name on release')).map(link => new URL(link.href).pathname).find(path => /\\/([0-9a-f-]{36}|\\d+)$/.test(path)) ?? ''");
            path.ShouldNotBeEmpty($"{list} lists nothing");
            path += rest;
        }

        (await desk.GoAsync(path)).ShouldBe(200, path);
    }
}
