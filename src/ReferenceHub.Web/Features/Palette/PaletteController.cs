using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Palette;

/// <summary>Goes anywhere and finds anything this person may see: as a dialog, or as a page without script.</summary>
public sealed class PaletteController(IEnumerable<IPaletteSource> sources) : Controller
{
    [HttpGet("/palette")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(string? q, CancellationToken ct)
    {
        var words = Guard.Cut((q ?? "").Trim(), Criteria.TextLength);
        var groups = new List<PaletteGroup>();
        foreach (var source in sources)
        {
            if (await source.FindAsync(words, this.Viewer(), ct) is { Items.Count: > 0 } group)
            {
                groups.Add(group);
            }
        }

        if (groups.Exists(group => !group.IsGuess))
        {
            groups.RemoveAll(group => group.IsGuess);
        }

        Response.Headers.Vary = "HX-Request";
        var answer = new PaletteAnswer(words, groups);
        return Request.IsHtmx() ? PartialView("_Options", answer) : View(answer);
    }
}
