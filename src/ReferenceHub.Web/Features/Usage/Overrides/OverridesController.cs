using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Overrides;

/// <summary>Overrides and the requests they were for.</summary>
/// <param name="List">The overrides.</param>
/// <param name="Requests">Numbers of requests by candidate, those the viewer may see.</param>
/// <param name="Narrowed">What they are narrowed to, as on the load calendar.</param>
public sealed record OverridesPage(OverrideList List, IReadOnlyDictionary<Guid, int> Requests, IReadOnlyList<string> Narrowed)
{
    /// <summary>What narrows a list of overrides in an address of the load calendar.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["owner", "region", "industry", "product", "tier", "activity", "q"];
}

/// <summary>The limits that were overridden.</summary>
[Route("/usage/overrides")]
[Module(Modules.Usage)]
[RequiresRight(Right.SeeUsage)]
public sealed class OverridesController(OverrideQueries queries, LoadScopes scopes, CandidateNumbers numbers) : Controller
{
    /// <summary>Those of a period, of the customers and the activity that the load calendar was narrowed to. What the address says wrongly is left out.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(LoadQuery query, string? to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        var scope = await scopes.ReadAsync(query.ToFilter(), this.Viewer(), ct);
        var list = await queries.ReadAsync(query.From, DayOf(to), Math.Max(1, query.Page), scope.Scope, this.Viewer(), ct);
        var candidates = list.Lines.Where(line => line.Entry is { Source: UseSource.Request, SourceId: not null }).Select(line => line.Entry.SourceId!.Value);
        return View(new OverridesPage(list, await numbers.ReadAsync([.. candidates.Distinct()], this.Viewer(), ct), scope.Words));
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
