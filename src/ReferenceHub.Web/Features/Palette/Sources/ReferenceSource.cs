using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Features.References;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Palette.Sources;

/// <summary>References that fit what is said in words: the first few of the search, and the way to all of them.</summary>
public sealed class ReferenceSource(MatchQueries matches) : IPaletteSource
{
    public async Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct)
    {
        var read = await matches.ReadWordsAsync(Criteria.None.WithText(words), viewer, ct);
        var criteria = MatchQueries.Allowed(read.Criteria, viewer);
        if (criteria.Items.IsEmpty)
        {
            return null;
        }

        var answer = await matches.SearchAsync(new CatalogAsk(criteria, read.ActivityKey, Take: IPaletteSource.Most) { WithContacts = false, TakeClosed = 0 }, viewer, ct);
        var (result, today) = (answer.Result, answer.Today);
        var all = new PaletteItem(
            result.Total switch { 0 => "Nobody fits all of this: see what to drop", 1 => "The one that fits", var total => $"All {Words.Number(total)} that fit" },
            $"/references?q={Uri.EscapeDataString(words)}", "search", result.Total == 0 ? null : "with what makes up each score");
        return new PaletteGroup("References that fit", [.. result.Rows.OrderBy(row => IsClosed(row.Standing)).Select(row => new PaletteItem(
            row.Name, $"/references/{row.CustomerId}", row.NameHidden ? "lock" : "award",
            string.Join(", ", Closed(row.Standing, today).Concat(row.Reasons.Where(reason => reason.Met).Select(reason => reason.Words)))) { Score = row.Score, IsClosed = IsClosed(row.Standing) }), all]);
    }

    private static bool IsClosed(Standing standing) => standing is { IsClosed: true, IsWithheld: false };

    private static IEnumerable<string> Closed(Standing standing, DateOnly today) => IsClosed(standing) ? [StandingWords.Of(standing, today)] : [];
}
