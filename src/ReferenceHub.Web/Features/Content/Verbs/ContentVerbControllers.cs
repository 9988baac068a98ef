using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content.Verbs;

/// <summary>Puts content to use.</summary>
[Route("/content/{id:guid}/publication")]
[RequiresRight(Right.ManageContent)]
public sealed class PublicationController(AssetPublishing publishing) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, DateOnly? from, CancellationToken ct)
    {
        this.SayOrWarn(await publishing.PublishAsync(id, from, this.Viewer(), ct), "Published.");
        return Redirect($"/content/{id}");
    }
}

/// <summary>Takes content out of use.</summary>
[Route("/content/{id:guid}/withdrawal")]
[RequiresRight(Right.ManageContent)]
public sealed class WithdrawalController(AssetPublishing publishing) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > Asset.SummaryLength)
        {
            this.Warn($"Not withdrawn. Say why, in at most {Asset.SummaryLength} characters.");
            return Redirect($"/content/{id}");
        }

        this.SayOrWarn(await publishing.WithdrawAsync(id, reason, this.Viewer(), ct), "Withdrawn. Shares show it no more.");
        return Redirect($"/content/{id}");
    }
}

/// <summary>Works on withdrawn content again.</summary>
[Route("/content/{id:guid}/draft")]
[RequiresRight(Right.ManageContent)]
public sealed class DraftController(AssetPublishing publishing) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, CancellationToken ct)
    {
        this.SayOrWarn(await publishing.ReturnToDraftAsync(id, this.Viewer(), ct), "It is a draft again.");
        return Redirect($"/content/{id}");
    }
}

/// <summary>Confirms that content is still true.</summary>
[Route("/content/{id:guid}/review")]
[RequiresRight(Right.ManageContent)]
public sealed class ReviewController(AssetPublishing publishing) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, CancellationToken ct)
    {
        this.SayOrWarn(await publishing.ReviewAsync(id, this.Viewer(), ct), $"Reviewed. The next look is due in {AssetPublishing.ReviewEveryDays} days.");
        return Redirect($"/content/{id}");
    }
}
