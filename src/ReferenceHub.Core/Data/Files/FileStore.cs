using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Data;

/// <summary>Where bytes of files are kept: in a shared folder, or in the database when there is none.</summary>
public sealed record FileStoreSettings(string? Folder);

/// <summary>
/// Keeps files by the hash of their bytes and gives them back as a stream. Keep first, then name the file (<see cref="Attachment"/>)
/// in the transaction that needs it: bytes that nobody names are swept away after a day.
/// </summary>
public sealed class FileStore(ReferenceHubDbContext db, TimeProvider clock, FileStoreSettings settings)
{
    private const int PartsAtOnce = 8;

    /// <summary>Takes in a file that the rules allow; the refusal says what is wrong and what is taken. The same bytes are kept once.</summary>
    public async Task<Outcome<StoredFile>> KeepAsync(Stream content, string name, FileRules rules, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rules);
        await using var spool = content.CanSeek ? null : await SpoolAsync(content, rules.MostBytes, ct);
        var bytes = spool ?? content;
        if (bytes.Length == 0)
        {
            return Outcome<StoredFile>.Refuse("This file is empty.", "File");
        }

        if (bytes.Length > rules.MostBytes)
        {
            return Outcome<StoredFile>.Refuse($"This file is larger than {rules.MostBytes / (1024 * 1024)} MB.", "File");
        }

        if (await FileLook.OfAsync(bytes, name, ct) is not { } kind || !rules.Kinds.Contains(kind))
        {
            return Outcome<StoredFile>.Refuse($"This file can't be taken: by its contents it is not {rules.InWords}. Save it as one of these and choose it again.", "File");
        }

        bytes.Position = 0;
        var hash = Convert.ToHexString(await SHA256.HashDataAsync(bytes, ct));
        return await db.WriteAsync<Outcome<StoredFile>>(
            async ct =>
            {
                var now = clock.UtcNow();
                if (await db.StoredFiles.SingleOrDefaultAsync(file => file.Hash == hash, ct) is { } known)
                {
                    known.KeepAgain(now);
                    await db.SaveChangesAsync(ct);
                    return known;
                }

                var file = new StoredFile(hash, (int)bytes.Length, kind.ContentType, now);
                db.StoredFiles.Add(file);
                await db.SaveChangesAsync(ct);
                bytes.Position = 0;
                if (settings.Folder is { } folder)
                {
                    await WriteToFolderAsync(folder, hash, bytes, ct);
                }
                else
                {
                    await WritePartsAsync(hash, bytes, ct);
                }

                return file;
            },
            ct);
    }

    /// <summary>The bytes of a file, part by part; asynchronous reads only.</summary>
    public async Task<Stream> OpenAsync(string hash, CancellationToken ct)
    {
        var bytes = await db.StoredFiles.AsNoTracking().Where(file => file.Hash == hash).Select(file => (int?)file.Bytes).SingleOrDefaultAsync(ct) ?? throw new MissingException("file");
        if (settings.Folder is { } folder && File.Exists(PathOf(folder, hash)))
        {
            return new FileStream(PathOf(folder, hash), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        }

        return new PartStream(db, hash, bytes);
    }

    /// <summary>Where the bytes stand in a folder.</summary>
    internal static string PathOf(string folder, string hash) => Path.Combine(folder, hash[..2], hash);

    private async Task WritePartsAsync(string hash, Stream content, CancellationToken ct)
    {
        for (var place = 0; ; place++)
        {
            var part = new byte[(int)Math.Min(StoredFilePart.MostBytes, content.Length - content.Position)];
            if (part.Length > 0)
            {
                await content.ReadExactlyAsync(part, ct);
                db.StoredFileParts.Add(new StoredFilePart(hash, place, part));
            }

            var ended = content.Position == content.Length;
            if (ended || place % PartsAtOnce == PartsAtOnce - 1)
            {
                await db.SaveChangesAsync(ct);
                foreach (var entry in db.ChangeTracker.Entries<StoredFilePart>().ToList())
                {
                    entry.State = EntityState.Detached;
                }
            }

            if (ended)
            {
                return;
            }
        }
    }

    // Written beside its place and moved there, so that nobody ever reads half a file.
    private static async Task WriteToFolderAsync(string folder, string hash, Stream content, CancellationToken ct)
    {
        var path = PathOf(folder, hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Path.GetRandomFileName()}";
        await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
        {
            await content.CopyToAsync(file, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }

    private static async Task<Stream> SpoolAsync(Stream content, int most, CancellationToken ct)
    {
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var buffer = new byte[64 * 1024];
        int read;
        while (spool.Length <= most && (read = await content.ReadAsync(buffer, ct)) > 0)
        {
            await spool.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return spool;
    }
}
