using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What the load calendar is narrowed to, as its address says it.</summary>
public sealed class LoadQuery
{
    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Industry.</summary>
    public string? Industry { get; set; }

    /// <summary>Region.</summary>
    public string? Region { get; set; }

    /// <summary>Product.</summary>
    public string? Product { get; set; }

    /// <summary>Activity type.</summary>
    public string? Activity { get; set; }

    /// <summary>Account owner.</summary>
    public Guid? Owner { get; set; }

    /// <summary>Tier.</summary>
    public Tier? Tier { get; set; }

    /// <summary>Part of the name.</summary>
    public string? Q { get; set; }

    /// <summary>All, rest or idle.</summary>
    public LoadView View { get; set; }

    /// <summary>Order.</summary>
    public string? Sort { get; set; }

    /// <summary>Page.</summary>
    public int Page { get; set; }

    /// <summary>The same for the calendar.</summary>
    public LoadFilter ToFilter() => new(From, Industry, Region, Activity, Sort, Page)
    {
        ProductKey = Product, OwnerId = Owner, Tier = Tier, Words = Q, View = Enum.IsDefined(View) ? View : LoadView.All,
    };
}

/// <summary>The load calendar.</summary>
[Route("/usage")]
[Module(Modules.Usage)]
[RequiresRight(Right.SeeUsage)]
public sealed class UsageController(LoadBoardQueries board) : Controller
{
    /// <summary>Customers × weeks. What the address says wrongly is left out.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(LoadQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        return View(await board.ReadAsync(query.ToFilter(), this.Viewer(), ct));
    }
}
