using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content.Verbs;

/// <summary>Puts content beside deals, from either side, and takes it away.</summary>
public sealed class DealContentController(DealContent shelf) : Controller
{
    [HttpPost("/content/{id:guid}/deals")]
    [RequiresRight(Right.AskForReference)]
    public async Task<IActionResult> FromContent(Guid id, Guid? opportunityId, string? opportunityQuery, string? find, CancellationToken ct)
    {
        if (find is not null)
        {
            return Redirect(QueryHelpers.AddQueryString($"/content/{id}", new Dictionary<string, string?> { ["find"] = find, ["opportunityQuery"] = opportunityQuery }));
        }

        if (opportunityId is not { } deal)
        {
            this.Warn("Choose an opportunity first.");
            return Redirect($"/content/{id}");
        }

        this.SayOrWarn(await shelf.AttachAsync(deal, id, this.Viewer(), ct), "Put beside the opportunity.");
        return Redirect($"/content/{id}");
    }

    [HttpPost("/opportunities/{id:guid}/content")]
    [RequiresRight(Right.AskForReference)]
    public async Task<IActionResult> FromDeal(Guid id, Guid assetId, CancellationToken ct)
    {
        this.SayOrWarn(await shelf.AttachAsync(id, assetId, this.Viewer(), ct), "Put beside the opportunity.");
        return Redirect($"/opportunities/{id}#content");
    }

    [HttpPost("/opportunities/{id:guid}/content/{assetId:guid}/removal")]
    public async Task<IActionResult> Remove(Guid id, Guid assetId, CancellationToken ct)
    {
        this.SayOrWarn(await shelf.DetachAsync(id, assetId, this.Viewer(), ct), "Taken away.");
        return Redirect($"/opportunities/{id}#content");
    }
}
