using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Files on a request, for everybody who sees it; handed out to be saved only.</summary>
[Route("requests/{number:int}/files")]
public sealed class RequestFilesController(RequestPages pages, RequestFiles files) : VerbController(pages)
{
    // The form around the file needs a little room.
    private const int MostBytes = StoredFile.MostBytes + 64_000;

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Sending)]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Create(int number, IFormFile? file, CancellationToken ct)
    {
        await using var content = file?.OpenReadStream();
        return await DoAsync(
            number, () => content is null ? Task.FromResult(Outcome.Refuse("Choose a file first.")) : files.AddAsync(number, content, file!.FileName, this.Viewer(), ct), "The file is added.", "file", null, ct);
    }

    [HttpPost("{fileId:guid}/removal")]
    public Task<IActionResult> Remove(int number, Guid fileId, CancellationToken ct) =>
        DoAsync(number, () => files.RemoveAsync(number, fileId, this.Viewer(), ct), "The file is taken off.", "file", null, ct);

    [HttpGet("{fileId:guid}")]
    public async Task<IActionResult> Open(int number, Guid fileId, CancellationToken ct)
    {
        var (file, content) = await files.OpenAsync(number, fileId, this.Viewer(), ct);
        return this.Download(file, content);
    }
}
