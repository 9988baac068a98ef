using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Today;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Home;

/// <summary>The first page: what needs me now, what I started, what is new.</summary>
public sealed class HomeController(HomeQueries home) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await home.PageAsync(this.Viewer(), ct));
}
