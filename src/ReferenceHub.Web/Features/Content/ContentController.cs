using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content;

/// <summary>One piece of content as its page shows it.</summary>
public sealed record ContentPageModel(AssetPage Page, IReadOnlyList<ShareLine> Shares, DateTime Now)
{
    /// <summary>The asks that it closed.</summary>
    public required ClosedAsks Closed { get; init; }

    /// <summary>May put it beside a deal.</summary>
    public bool MayAttach { get; init; }
}

/// <summary>One piece of content: read it, save its file, follow its link.</summary>
[Route("/content/{id:guid}")]
public sealed class ContentController(AssetPageQueries pages, ShareQueries shares, AssetFiles files, FileStore store, ContentUse use, ContentAnswers answers, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        var viewer = this.Viewer();
        var page = await pages.ReadAsync(id, viewer, ct);
        await use.NoteAsync(id, ContentViewKind.Opened, viewer, ct);
        return View(new ContentPageModel(page, viewer.Can(Right.ShareContent) ? await shares.OfAssetAsync(id, viewer, ct) : [], clock.UtcNow())
        {
            Closed = await answers.OfAsync(id, viewer, ct),
            MayAttach = page.WhyNot is null && viewer.Can(Right.AskForReference),
        });
    }

    [HttpGet("file")]
    public async Task<IActionResult> Download(Guid id, int? version, CancellationToken ct)
    {
        var file = await files.FindAsync(id, version, this.Viewer(), ct);
        await use.NoteAsync(id, ContentViewKind.Downloaded, this.Viewer(), ct);
        return this.Download(file, await store.OpenAsync(file.Hash, ct));
    }

    [HttpGet("link")]
    public async Task<IActionResult> Follow(Guid id, CancellationToken ct)
    {
        var page = await pages.ReadAsync(id, this.Viewer(), ct);
        if (page.Asset.Link is not { } link || !AssetChecks.IsWebAddress(link))
        {
            throw new MissingException("link");
        }

        await use.NoteAsync(id, ContentViewKind.Followed, this.Viewer(), ct);
        return Redirect(new Uri(link).AbsoluteUri);
    }
}
