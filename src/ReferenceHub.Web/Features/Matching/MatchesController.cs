using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Matching;

/// <summary>Matches as a fragment, beside a request form or in the queue.</summary>
[RequiresRight(Right.AskForReference)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class MatchesController(LiveMatches matches, RequestMatches requests) : Controller
{
    /// <summary>For criteria in the address (as in the reference search) and an activity type, or for a request by its number.</summary>
    [HttpGet("/matches")]
    public async Task<IActionResult> Index(string? type, string? request, CancellationToken ct)
    {
        if (int.TryParse(request, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return PartialView("_Matches", await requests.ForAsync(number, this.Viewer(), ct));
        }

        var criteria = Criteria.From(Request.Query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
        return PartialView("_Matches", new RequestMatch(await matches.ForAsync(new LiveAsk(type, criteria), this.Viewer(), ct), new Dictionary<Guid, AskedMark>()));
    }
}
