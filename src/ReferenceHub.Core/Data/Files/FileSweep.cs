using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Data;

/// <summary>Sweeps away bytes that were taken in and never named, a day later.</summary>
public sealed class FileSweep(ReferenceHubDbContext db, TimeProvider clock, FileStoreSettings settings) : IRegularWork
{
    private const int AtOnce = 100;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow().AddDays(-1);
        var gone = await db.WriteAsync(
            async ct =>
            {
                var unnamed = await db.StoredFiles
                    .Where(file => file.KeptAt < before && !db.Attachments.Any(attachment => attachment.Hash == file.Hash))
                    .OrderBy(file => file.KeptAt).Take(AtOnce).ToListAsync(ct);
                foreach (var file in unnamed)
                {
                    await db.StoredFileParts.Where(part => part.Hash == file.Hash).ExecuteDeleteAsync(ct);
                }

                db.StoredFiles.RemoveRange(unnamed);
                await db.SaveChangesAsync(ct);
                return unnamed.ConvertAll(file => file.Hash);
            },
            ct);
        if (settings.Folder is { } folder)
        {
            gone.ForEach(hash => File.Delete(FileStore.PathOf(folder, hash)));
        }
    }
}
