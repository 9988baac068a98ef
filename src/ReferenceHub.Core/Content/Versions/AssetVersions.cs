using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Two versions side by side.</summary>
/// <param name="AssetId">The content.</param>
/// <param name="Title">Its title today.</param>
/// <param name="Older">The earlier version.</param>
/// <param name="Newer">The later one.</param>
/// <param name="Lines">The texts line by line.</param>
/// <param name="OlderFile">Name of the earlier file.</param>
/// <param name="NewerFile">Name of the later file.</param>
/// <param name="Latest">Number of the present version.</param>
public sealed record VersionComparison(Guid AssetId, string Title, AssetVersion Older, AssetVersion Newer, IReadOnlyList<DiffLine> Lines, string? OlderFile, string? NewerFile, int Latest);

/// <summary>Compares versions, for those who manage content.</summary>
public sealed class AssetVersions(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>A version beside another one; beside the one before it when none is named.</summary>
    public async Task<VersionComparison> CompareAsync(Guid id, int number, int? with, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ManageContent);
        var now = clock.UtcNow();
        var asset = await db.Assets.AsNoTracking().VisibleTo(by, db, now, await db.ProgramDayAsync(now, ct)).SingleOrDefaultAsync(asset => asset.Id == id, ct) ?? throw new MissingException("content");
        var other = with ?? Math.Max(1, number - 1);
        var numbers = new[] { number, other };
        var versions = await db.AssetVersions.AsNoTracking().Where(version => version.AssetId == id && numbers.Contains(version.Number)).ToListAsync(ct);
        var newer = versions.Find(version => version.Number == Math.Max(number, other)) ?? throw new MissingException("version");
        var older = versions.Find(version => version.Number == Math.Min(number, other)) ?? throw new MissingException("version");
        var files = versions.Select(version => version.FileId).OfType<Guid>().ToList();
        var names = await db.Attachments.AsNoTracking().Where(file => files.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => file.Name, ct);
        string? NameOf(Guid? file) => file is { } key ? names.GetValueOrDefault(key) : null;
        return new VersionComparison(id, asset.Title, older, newer, LineDiff.Of(older.Text, newer.Text), NameOf(older.FileId), NameOf(newer.FileId), asset.VersionNumber);
    }
}
