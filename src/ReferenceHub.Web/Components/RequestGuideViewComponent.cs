using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Components;

/// <summary>The steps of a process that a request is at.</summary>
public sealed record GuideSteps(ProcessTemplate Process, RequestTurn Turn, IReadOnlyList<ProcessStep> Steps);

/// <summary>How the present part of a request is done well, by the process in force for its kind; nothing where there is none, or nothing to do.</summary>
public sealed class RequestGuideViewComponent(ProcessQueries processes) : ViewComponent
{
    /// <summary>Draws it.</summary>
    public async Task<IViewComponentResult> InvokeAsync(RequestDetail request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (RequestGuide.TurnOf(request.State, request.Candidates.Select(candidate => candidate.State)) is not { } turn
            || await processes.OfRequestsAsync(request.Type.Key, HttpContext.RequestAborted) is not { Template: { } process } version)
        {
            return Content("");
        }

        var steps = version.Definition.Steps.Where(step => step.Turn == turn && (step.Guidance is not null || step.Checklist.Count > 0)).ToList();
        return steps.Count == 0 ? Content("") : View(new GuideSteps(process, turn, steps));
    }
}
