using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Who recorded a customer's permissions, and the files behind them.</summary>
internal sealed record PermissionProofs(IReadOnlyDictionary<Guid, string> People, IReadOnlyDictionary<Guid, ProfileFile> Files)
{
    public static PermissionProofs None { get; } = new(new Dictionary<Guid, string>(), new Dictionary<Guid, ProfileFile>());

    /// <summary>Reads them for who sees the inside of the customer; nobody else learns of them.</summary>
    public static async Task<PermissionProofs> ReadAsync(ReferenceHubDbContext db, Customer customer, CustomerSight sight, CancellationToken ct)
    {
        if (!sight.Secrets)
        {
            return None;
        }

        var people = customer.Permissions.Select(permission => permission.RecordedById).OfType<Guid>().Distinct().ToList();
        var files = customer.Permissions.Select(permission => permission.EvidenceFileId).OfType<Guid>().Distinct().ToList();
        return new PermissionProofs(
            people.Count == 0 ? None.People : await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, ct),
            files.Count == 0 || !sight.Files ? None.Files : await db.Attachments.AsNoTracking().Where(file => files.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => new ProfileFile(file.Name, file.Bytes), ct));
    }
}
