using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Infrastructure.Jobs;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.WhatIf;

/// <summary>The form to replay a period, with the replays of the version.</summary>
public sealed record WhatIfPage(WhatIfBoard Board, WhatIfForm Form);

/// <summary>What policies that are tried out would have done with the asks of a past period.</summary>
[Route("/usage/policies")]
[Module(Modules.Usage)]
[RequiresRight(Right.SeeUsage)]
public sealed class WhatIfController(WhatIfQueries queries, WhatIfService service, SideRunner runner) : Controller
{
    /// <summary>Chooses the period; earlier replays below.</summary>
    [HttpGet("versions/{editionId:guid}/what-if")]
    public async Task<IActionResult> Index(Guid editionId, CancellationToken ct) => View(await PageAsync(editionId, new WhatIfForm(), ct));

    /// <summary>Starts a replay.</summary>
    [HttpPost("versions/{editionId:guid}/what-if")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Start(Guid editionId, WhatIfForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var page = await PageAsync(editionId, form, ct);
        if (form.DaysOn(page.Board.Today) is { From: var first, To: var last } && ModelState.IsValid)
        {
            if (first is not { } from)
            {
                ModelState.AddModelError(nameof(form.From), "Choose the first day.");
            }
            else if (last is not { } to)
            {
                ModelState.AddModelError(nameof(form.To), "Choose the last day.");
            }
            else
            {
                var begun = await service.BeginAsync(editionId, from, to, this.Viewer(), ct);
                if (begun.IsDone)
                {
                    await runner.BeginAsync(new ReplayWork(begun.Value));
                    return Redirect($"/usage/policies/what-if/{begun.Value}");
                }

                ModelState.AddModelError(begun.Field ?? "", begun.Refusal!);
            }
        }

        return View(nameof(Index), page);
    }

    /// <summary>One replay: how far it is, or its figures.</summary>
    [HttpGet("what-if/{runId:guid}")]
    public async Task<IActionResult> Show(Guid runId, CancellationToken ct)
    {
        var sheet = await queries.OneAsync(runId, this.Viewer(), ct);
        return View(sheet.Run.State == WhatIfState.Done ? "Show" : "Running", sheet);
    }

    /// <summary>For the running page: how far it is; the page is loaded anew when the replay has ended.</summary>
    [HttpGet("what-if/{runId:guid}/progress")]
    public async Task<IActionResult> Progress(Guid runId, CancellationToken ct)
    {
        var run = await queries.LineAsync(runId, this.Viewer(), ct);
        if (run.State != WhatIfState.Running)
        {
            Response.Headers["HX-Refresh"] = "true";
        }

        return PartialView("_Progress", run);
    }

    private async Task<WhatIfPage> PageAsync(Guid editionId, WhatIfForm form, CancellationToken ct) => new(await queries.BoardAsync(editionId, this.Viewer(), ct), form);
}
