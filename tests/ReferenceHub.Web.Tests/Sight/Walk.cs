using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Sight;

/// <summary>Opens every page that somebody can reach by links from where they start, downloads included.</summary>
internal static class Walk
{
    private const int Most = 400;

    public static async Task<IReadOnlyList<Page>> EverywhereAsync(Visitor visitor, params string[] starts)
    {
        var pages = new List<Page>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Queue<string>(starts);
        while (ahead.TryDequeue(out var address) && pages.Count < Most)
        {
            if (!seen.Add(address))
            {
                continue;
            }

            var page = await visitor.GetAsync(address);
            pages.Add(page);
            if (page.Location is { } location)
            {
                ahead.Enqueue(location);
            }

            foreach (var next in Addresses(page).Where(next => !seen.Contains(next) && IsWorthWhile(next, seen)))
            {
                ahead.Enqueue(next);
            }
        }

        return pages;
    }

    private static IEnumerable<string> Addresses(Page page) => page.Document.QuerySelectorAll("a[href], [hx-get]")
        .Select(element => element.GetAttribute("href") ?? element.GetAttribute("hx-get")!)
        .Where(address => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
        .Select(address => address.Split('#')[0]);

    // Searches by combinations of ticks are without end: a few of each path will do.
    private static bool IsWorthWhile(string address, HashSet<string> seen)
    {
        var path = address.Split('?')[0];
        return seen.Count(known => known.Split('?')[0] == path) < 25;
    }
}
