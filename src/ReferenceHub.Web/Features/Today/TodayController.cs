using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Today;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Today;

/// <summary>One person's day: follow-ups, approvals, requests that wait for them.</summary>
[Module(Modules.Today)]
public sealed class TodayController(TodayQueries today) : Controller
{
    [HttpGet("/today")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await today.PageAsync(this.Viewer(), ct));
}
