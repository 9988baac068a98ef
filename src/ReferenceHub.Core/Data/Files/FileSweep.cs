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
        var unnamed = await db.StoredFiles.AsNoTracking()
            .Where(file => file.KeptAt < before && !db.Attachments.Any(attachment => attachment.Hash == file.Hash))
            .OrderBy(file => file.KeptAt).Take(AtOnce).Select(file => file.Hash).ToListAsync(ct);
        foreach (var hash in unnamed)
        {
            await SweepAsync(hash, before, ct);
        }
    }

    // Whoever is given the same bytes meanwhile either renews the row first, which stops the sweep, or waits for it and
    // keeps them anew; the file is therefore put aside before the row's end is committed, never after.
    private async Task SweepAsync(string hash, DateTime before, CancellationToken ct)
    {
        var aside = settings.Folder is { } folder ? new AsideFile(FileStore.PathOf(folder, hash)) : null;
        try
        {
            var swept = await db.WriteAsync<Outcome>(
                async ct =>
                {
                    await db.StoredFileParts.Where(part => part.Hash == hash).ExecuteDeleteAsync(ct);
                    var gone = await db.StoredFiles
                        .Where(file => file.Hash == hash && file.KeptAt < before && !db.Attachments.Any(attachment => attachment.Hash == hash))
                        .ExecuteDeleteAsync(ct);
                    if (gone == 0)
                    {
                        return Outcome.Refuse("Given again meanwhile.");
                    }

                    aside?.Put();
                    return Outcome.Done;
                },
                ct);
            if (swept.IsDone)
            {
                aside?.Drop();
            }
        }
        finally
        {
            aside?.PutBack();
        }
    }

    private sealed class AsideFile(string path)
    {
        private readonly string aside = path + ".swept";
        private bool isAside;

        public void Put()
        {
            if (File.Exists(path))
            {
                File.Move(path, aside, overwrite: true);
                isAside = true;
            }
        }

        public void Drop()
        {
            File.Delete(aside);
            isAside = false;
        }

        public void PutBack()
        {
            if (isAside)
            {
                File.Move(aside, path, overwrite: true);
                isAside = false;
            }
        }
    }
}
