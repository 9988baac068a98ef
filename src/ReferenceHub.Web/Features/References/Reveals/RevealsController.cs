using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Reveals;

/// <summary>What the address says; what is no day counts as not said.</summary>
public sealed class RevealFilter
{
    public string? Person { get; set; }

    public string? Customer { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? After { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrow => Person is not null || Customer is not null || From is not null || To is not null;

    public RevealSearch ToSearch() => new()
    {
        UserId = Guid.TryParse(Person, out var person) ? person : null,
        CustomerId = Guid.TryParse(Customer, out var customer) ? customer : null,
        From = Day(From),
        To = Day(To),
        After = After,
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>The page of views.</summary>
public sealed record RevealList(RevealFilter Filter, RevealPage Page);

/// <summary>Who looked up how to reach whom, for the program manager.</summary>
[Route("/references/reveals")]
[RequiresRight(Right.SeeReveals)]
public sealed class RevealsController(RevealQueries reveals) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(RevealFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return View(new RevealList(filter, await reveals.PageAsync(filter.ToSearch(), this.Viewer(), ct)));
    }
}
