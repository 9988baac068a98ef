using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Where files are kept ("Files:Path", else the database), and how they are handed out.</summary>
public static class FileServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new FileStoreSettings(configuration["Files:Path"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null));

    /// <summary>Hands a file out to be saved: never shown inline, never kept by caches, nothing in it may run.</summary>
    public static FileStreamResult Download(this ControllerBase controller, Attachment attachment, Stream content)
    {
        ArgumentNullException.ThrowIfNull(controller);
        ArgumentNullException.ThrowIfNull(attachment);
        var headers = controller.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "private, no-store";
        return controller.File(content, attachment.ContentType, FileName.Safe(attachment.Name));
    }
}
