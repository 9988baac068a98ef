using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Withdrawals;

/// <summary>A customer takes its consent back: first the list of what has to be pulled, then the deed.</summary>
[Route("/references/{id:guid}/withdrawal")]
public sealed class WithdrawalController(WithdrawalQueries plans, ConsentWithdrawal withdrawals, ActivityTypeQueries activities, PersonTime time) : Controller
{
    /// <summary>Room for the form's own parts around a file of the largest size.</summary>
    private const int MostBytes = StoredFile.MostBytes + 64 * 1024;

    /// <summary>What has to be pulled for the chosen scopes; all of them at first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, List<PermissionScope> scopes, CancellationToken ct) =>
        View(await PageAsync(id, new WithdrawalForm { Scopes = scopes, On = time.Today }, ct));

    /// <summary>Withdraws.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Edit(Guid id, WithdrawalForm form, IFormFile? file, CancellationToken ct)
    {
        var page = await PageAsync(id, form, ct);
        if (!ModelState.IsValid)
        {
            return View(page);
        }

        await using var content = file?.OpenReadStream();
        var upload = content is null ? null : new EvidenceUpload(content, file!.FileName);
        var outcome = await withdrawals.WithdrawAsync(id, form.ToWithdrawal(), this.Viewer(), ct, upload);
        if (outcome.Value is not { } done)
        {
            ModelState.Remove(nameof(form.Mark));
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View(page);
        }

        this.Say($"Withdrawn. {Words.Count(done.Plan.Assets.Count, "piece")} of content and {Words.Count(done.Plan.Asks.Count + done.Plan.Uses.Count, "open use")} pulled; {Words.Count(done.FollowUps, "follow-up")} written for the rest.");
        return Redirect($"/references/{id}?tab=permissions");
    }

    private async Task<WithdrawalPage> PageAsync(Guid id, WithdrawalForm form, CancellationToken ct)
    {
        var plan = await plans.PlanAsync(id, form.Scopes, this.Viewer(), ct);
        var names = (await activities.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        return new WithdrawalPage(plan, form, names);
    }
}
