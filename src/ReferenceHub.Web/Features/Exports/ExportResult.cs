using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Writing;

namespace ReferenceHub.Web.Features.Exports;

/// <summary>Sends an export to be saved, row by row as it is read; what fails on the way breaks the download off, so that half a file is never taken for a whole one.</summary>
public sealed class ExportResult(LoggedExport export) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(ExportWriter.FileNameOf(export));
        response.ContentType = ExportWriter.ContentTypeOf(export.Format);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        try
        {
            await ExportWriter.WriteAsync(export, response.Body, context.HttpContext.RequestAborted);
        }
        catch when (response.HasStarted)
        {
            context.HttpContext.Abort();
            throw;
        }
    }
}
