using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>A file on a request: who added it and when (UTC).</summary>
public sealed record FileOnRequest(Guid Id, string Name, int Bytes, string? AddedBy, DateTime AddedAt, Guid? AddedById);

/// <summary>What stands beside a request: who follows it, its files, and the requests it took over or became part of.</summary>
/// <param name="Followers">Who follows it, by name.</param>
/// <param name="Files">Its files, newest first.</param>
/// <param name="MergedInto">Number of the request it became part of.</param>
/// <param name="TookOver">Numbers of requests that became part of it.</param>
public sealed record Company(IReadOnlyList<Person> Followers, IReadOnlyList<FileOnRequest> Files, int? MergedInto, IReadOnlyList<int> TookOver)
{
    /// <summary>Whether somebody follows it.</summary>
    public bool IsFollowedBy(Guid userId) => Followers.Any(person => person.Id == userId);
}

/// <summary>Reads what stands beside a request that its reader may see.</summary>
public sealed class RequestCompany(ReferenceHubDbContext db)
{
    /// <summary>Followers, files and merged requests; 3 queries.</summary>
    public async Task<Company> OfAsync(Guid requestId, CancellationToken ct)
    {
        var followers = await db.RequestWatchers.AsNoTracking().Where(watcher => watcher.RequestId == requestId)
            .Join(db.Users, watcher => watcher.UserId, user => user.Id, (watcher, user) => user)
            .OrderBy(user => user.NameKey)
            .Select(user => new Person(user.Id, user.Name))
            .ToListAsync(ct);
        var files = await db.RequestFiles.AsNoTracking().Where(file => file.RequestId == requestId)
            .OrderByDescending(file => file.Attachment!.AddedAt)
            .Select(file => new FileOnRequest(
                file.AttachmentId, file.Attachment!.Name, file.Attachment.Bytes, db.Users.Where(user => user.Id == file.Attachment.AddedById).Select(user => user.Name).FirstOrDefault(), file.Attachment.AddedAt, file.Attachment.AddedById))
            .ToListAsync(ct);
        var merged = await db.Requests.AsNoTracking()
            .Where(request => request.MergedIntoId == requestId || db.Requests.Any(one => one.Id == requestId && one.MergedIntoId == request.Id))
            .OrderBy(request => request.Number)
            .Select(request => new { request.Number, Became = request.MergedIntoId == requestId })
            .ToListAsync(ct);
        return new Company(
            followers, files, merged.Where(one => !one.Became).Select(one => (int?)one.Number).FirstOrDefault(), [.. merged.Where(one => one.Became).Select(one => one.Number)]);
    }
}
