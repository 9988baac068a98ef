using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Overrides;

/// <summary>Overrides and the requests they were for.</summary>
/// <param name="List">The overrides.</param>
/// <param name="Requests">Numbers of requests by candidate, those the viewer may see.</param>
public sealed record OverridesPage(OverrideList List, IReadOnlyDictionary<Guid, int> Requests);

/// <summary>The limits that were overridden.</summary>
[Route("/usage/overrides")]
[Module(Modules.Usage)]
[RequiresRight(Right.SeeUsage)]
public sealed class OverridesController(OverrideQueries queries, CandidateNumbers numbers) : Controller
{
    /// <summary>Those of a period.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(string? from, string? to, string? page, CancellationToken ct)
    {
        var list = await queries.ReadAsync(DayOf(from), DayOf(to), LoadWords.PageOf(page), this.Viewer(), ct);
        var candidates = list.Lines.Where(line => line.Entry is { Source: UseSource.Request, SourceId: not null }).Select(line => line.Entry.SourceId!.Value);
        return View(new OverridesPage(list, await numbers.ReadAsync([.. candidates.Distinct()], this.Viewer(), ct)));
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
