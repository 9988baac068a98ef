using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links;

/// <summary>Content behind a share's address: read it, save its file, follow its link. What may not be shown now is not there.</summary>
[AllowAnonymous]
[Route("/l/{share}")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class SharedContentController(SharePages pages, ShareDoor door, FileStore store, OrganisationCache organisations) : Controller
{
    [HttpGet("content/{assetId:guid}")]
    [HttpHead("content/{assetId:guid}")]
    public async Task<IActionResult> Show([FromRoute(Name = "share")] string token, Guid assetId, CancellationToken ct)
    {
        var (share, piece, otherwise) = await PieceAsync(token, assetId, ct);
        if (piece is null)
        {
            return otherwise!;
        }

        await pages.CountAsync(share!, assetId, ContentViewKind.Opened, token, HttpContext, ct);
        ViewData["Organisation"] = (await organisations.GetAsync(ct)).Name;
        ViewData["Title"] = piece.Title;
        return View("SharedPiece", new SharedPieceModel(token, share!, piece));
    }

    [HttpGet("content/{assetId:guid}/file")]
    [HttpHead("content/{assetId:guid}/file")]
    public async Task<IActionResult> Download([FromRoute(Name = "share")] string token, Guid assetId, CancellationToken ct)
    {
        var (share, piece, otherwise) = await PieceAsync(token, assetId, ct);
        if (piece?.File is not { } file)
        {
            return otherwise ?? this.GoneLink((await organisations.GetAsync(ct)).Name);
        }

        await pages.CountAsync(share!, assetId, ContentViewKind.Downloaded, token, HttpContext, ct);
        return this.Download(file, await store.OpenAsync(file.Hash, ct));
    }

    [HttpGet("content/{assetId:guid}/link")]
    [HttpHead("content/{assetId:guid}/link")]
    public async Task<IActionResult> Follow([FromRoute(Name = "share")] string token, Guid assetId, CancellationToken ct)
    {
        var (share, piece, otherwise) = await PieceAsync(token, assetId, ct);
        if (piece?.Link is not { } link || !AssetChecks.IsWebAddress(link))
        {
            return otherwise ?? this.GoneLink((await organisations.GetAsync(ct)).Name);
        }

        await pages.CountAsync(share!, assetId, ContentViewKind.Followed, token, HttpContext, ct);
        return Redirect(new Uri(link).AbsoluteUri);
    }

    [HttpPost("unlock")]
    public async Task<IActionResult> Unlock([FromRoute(Name = "share")] string token, string? password, CancellationToken ct)
    {
        if (await pages.FindAsync(token, ct) is not { } share)
        {
            return this.GoneLink((await organisations.GetAsync(ct)).Name);
        }

        var outcome = await door.UnlockAsync(share, password, HttpContext.Network(), ct);
        if (outcome.IsDone)
        {
            pages.Remember(share, HttpContext);
            return Redirect($"/l/{token}");
        }

        ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        ViewData["Organisation"] = (await organisations.GetAsync(ct)).Name;
        ViewData["Title"] = "A password, please";
        return View("SharePassword", new SharePasswordForm());
    }

    private async Task<(OpenShare? Share, SharedPiece? Piece, IActionResult? Otherwise)> PieceAsync(string token, Guid assetId, CancellationToken ct)
    {
        if (await pages.FindAsync(token, ct) is not { } share)
        {
            return (null, null, this.GoneLink((await organisations.GetAsync(ct)).Name));
        }

        return !pages.IsOpen(share, HttpContext) ? (null, null, Redirect($"/l/{token}"))
            : share.Assets.FirstOrDefault(piece => piece.Id == assetId) is { } found ? (share, found, null)
            : (null, null, this.GoneContent(share, (await organisations.GetAsync(ct)).Name));
    }
}

/// <summary>One piece with its way back.</summary>
public sealed record SharedPieceModel(string Token, OpenShare Share, SharedPiece Piece);

/// <summary>A share with its token, for the links on its page.</summary>
public sealed record SharedPageModel(string Token, OpenShare Share);

/// <summary>What the page that asks for a password sends.</summary>
public sealed class SharePasswordForm
{
    public string? Password { get; set; }
}
