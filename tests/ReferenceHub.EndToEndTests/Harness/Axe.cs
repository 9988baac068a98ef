using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>Looks for barriers by the rules of WCAG 2.2 AA.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    // Of the rules, those that look at colours.
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    /// <summary>What axe finds, one line each.</summary>
    public static Task<IReadOnlyList<string>> BarriersAsync(IPage page) => FoundAsync(page, Options);

    /// <summary>What axe finds of the page in the dark, where the colours alone are others than in the light.</summary>
    public static async Task<IReadOnlyList<string>> BarriersInTheDarkAsync(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.bsTheme === 'dark' && document.getAnimations().every(each => each.playState !== 'running')");
        return await FoundAsync(page, Colours);
    }

    // A frame that runs no script can't be asked; an empty one under the same title stands for it.
    private const string EmptyMuteFrames = """
        () => document.querySelectorAll('iframe[sandbox]').forEach(frame => {
            const twin = frame.cloneNode();
            twin.removeAttribute('sandbox');
            twin.removeAttribute('src');
            frame.replaceWith(twin);
        })
        """;

    /// <summary>What axe finds of one part of the page: a menu hides what lies under it, which is not its fault.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(ILocator part) => Lines(await part.RunAxe(Options));

    private static async Task<IReadOnlyList<string>> FoundAsync(IPage page, AxeRunOptions options)
    {
        await page.EvaluateAsync(EmptyMuteFrames);
        return Lines(await page.RunAxe(options));
    }

    private static IReadOnlyList<string> Lines(AxeResult result) =>
        [.. result.Violations.SelectMany(rule => rule.Nodes.Take(5).Select(node => $"{rule.Id} ({rule.Impact}): {node.Html}"))];
}
