using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content.Shares;

/// <summary>Shares with prospects: one's own, and everybody's for those who manage content.</summary>
[Route("/content/shares")]
[RequiresRight(Right.ShareContent)]
public sealed class SharesController(ShareQueries shares, ShareService service, ShareChoices choices) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(bool all, int page = 1, CancellationToken ct = default)
    {
        var everybodys = all && this.Viewer().Can(Right.ManageContent);
        ViewData["All"] = everybodys;
        return View(await shares.PageAsync(everybodys, page, this.Viewer(), ct));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New([FromQuery] Guid[] asset, Guid? opportunity, CancellationToken ct)
    {
        if (asset.Length == 0)
        {
            this.Warn("Tick what you want to share first.");
            return Redirect(opportunity is { } deal ? $"/content?deal={deal}" : "/content");
        }

        var today = await choices.TodayAsync(ct);
        return await FormAsync(new ShareForm { AssetIds = [.. asset], OpportunityId = opportunity, Until = today.AddDays(ShareService.UsualDays) }, ct);
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(ShareForm form, string? find, CancellationToken ct)
    {
        if (!ModelState.IsValid || find is not null)
        {
            return await FormAsync(form, ct);
        }

        var made = await service.CreateAsync(form.ToWish(), this.Viewer(), ct);
        if (made.Value is not { } address)
        {
            ModelState.AddModelError(made.Field ?? "", made.Refusal!);
            return await FormAsync(form, ct);
        }

        return Shown(address);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        ViewData["Address"] = TempData[AddressKey(id)] as string;
        return View(await shares.DetailAsync(id, this.Viewer(), ct));
    }

    [HttpPost("{id:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid id, CancellationToken ct)
    {
        this.SayOrWarn(await service.RevokeAsync(id, this.Viewer(), ct), "Taken back. The address works no more.");
        return Redirect($"/content/shares/{id}");
    }

    [HttpPost("{id:guid}/address")]
    public async Task<IActionResult> NewAddress(Guid id, CancellationToken ct) => Shown((await service.NewAddressAsync(id, this.Viewer(), ct)).Value!);

    // The address is known now and never again: it goes over to the next page in the sender's own, protected note.
    private RedirectResult Shown(NewAddress address)
    {
        TempData[AddressKey(address.ShareId)] = choices.AddressOf(address.Token);
        return Redirect($"/content/shares/{address.ShareId}");
    }

    private static string AddressKey(Guid id) => $"share-{id:N}";

    private async Task<IActionResult> FormAsync(ShareForm form, CancellationToken ct)
    {
        ViewData["Page"] = new ShareFormPage(await choices.SelectionAsync(form, this.Viewer(), ct), await choices.TodayAsync(ct));
        return View("New", form);
    }
}
