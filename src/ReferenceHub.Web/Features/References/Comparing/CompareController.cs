using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Comparing;

/// <summary>Two or three customers side by side; the address names them.</summary>
public sealed class CompareController(ReferenceProfileQueries profiles, UsagePanelQueries usage, MatchQueries matches, PersonTime time) : Controller
{
    /// <summary>The comparison, and a search for one more customer.</summary>
    [HttpGet("/references/compare")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Show([FromQuery(Name = "id")] Guid[] ids, [FromQuery(Name = "with")] string? words, [FromQuery(Name = "only")] string? only, CancellationToken ct)
    {
        var viewer = this.Viewer();
        var subjects = new List<CompareSubject>();
        foreach (var id in (ids ?? []).Distinct().Take(ComparePage.Most))
        {
            subjects.Add(new CompareSubject(await profiles.ReadAsync(id, viewer, ct), await usage.ReadAsync(id, viewer, ct)));
        }

        var found = subjects.Count < ComparePage.Most && !string.IsNullOrWhiteSpace(words) ? await matches.NamedAsync(words, viewer, ct) : [];
        return View(new ComparePage(Comparer.Of(subjects, time.Today), words, [.. found.Where(row => subjects.TrueForAll(subject => subject.Profile.Id != row.CustomerId))], only == "differences"));
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Comparison">The customers side by side.</param>
/// <param name="Words">Words typed to find one more.</param>
/// <param name="Found">Customers found by them.</param>
/// <param name="OnlyDifferences">Whether equal rows are left out.</param>
public sealed record ComparePage(Comparison Comparison, string? Words, IReadOnlyList<MatchRow> Found, bool OnlyDifferences)
{
    /// <summary>Most customers side by side.</summary>
    public const int Most = 3;

    /// <summary>Whether there is room for one more.</summary>
    public bool HasRoom => Comparison.Customers.Count < Most;
}
