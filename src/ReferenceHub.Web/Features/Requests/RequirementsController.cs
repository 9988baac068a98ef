using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The list of requirements of a request line by line, and the references that meet them.</summary>
[Route("requests/{number:int}/requirements")]
public sealed class RequirementsController(RequestQueries requests, RequirementLists lists, ProspectRefusals refusals, DealSizes sizes) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int number, CancellationToken ct)
    {
        var request = await requests.DetailAsync(number, this.Viewer(), ct);
        if (!request.Drives && !request.SeesSecrets)
        {
            throw new ForbiddenException("Only the requester and the program look for references.");
        }

        var cover = await lists.OfAsync(request.Need.Requirements, new ListAsk(Criteria.Parse(request.Need.Criteria), request.Type.Key, await refusals.OfNeedAsync(request.Id, ct)) { DealAmount = await sizes.OfRequestAsync(request.Id, this.Viewer(), ct) }, this.Viewer(), ct);
        return View("Requirements", (request, cover ?? throw new MissingException("list of requirements")));
    }
}
