using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>What customers have agreed to.</summary>
public sealed class PermissionService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, EvidenceFiles files)
{
    private static readonly EditNames NoNames = new(new Dictionary<Guid, string>());

    /// <summary>The permission as a form shows it, for somebody who may edit it; version 0 where there is none yet.</summary>
    public async Task<(PermissionEdit Edit, int Version)> ReadAsync(Guid customerId, PermissionScope scope, Viewer by, CancellationToken ct)
    {
        var permission = await LoadAsync(customerId, scope, by, ct);
        return (PermissionEdit.Of(permission), permission?.Version ?? 0);
    }

    /// <summary>
    /// Records the answer; one that meets another edit comes back field by field. A yes says where it comes from, in words or by a
    /// signed file; a file that is given replaces the one before, none leaves it.
    /// </summary>
    public async Task<EditOutcome<PermissionEdit>> RecordAsync(
        Guid customerId, PermissionScope scope, PermissionEdit edit, EditMark<PermissionEdit> mark, Viewer by, CancellationToken ct, EvidenceUpload? upload = null)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(mark);
        await LoadAsync(customerId, scope, by, ct);
        var names = await RegionNamesAsync(edit, ct);
        var kept = upload is null ? null : await files.KeepAsync(upload, ct);
        if (kept is { IsDone: false })
        {
            return EditOutcome<PermissionEdit>.Refuse(kept.Refusal!, kept.Field);
        }

        return await db.WriteAsync(
            async stop =>
            {
                var permission = await LoadAsync(customerId, scope, by, stop);
                var fields = PermissionFields.Naming(names);
                var saved = PermissionEdit.Of(permission);
                var (settled, clash) = EditMerge.Settle(fields, edit.Plain(), mark, saved, permission?.Version ?? 0, NoNames);
                if (clash is not null)
                {
                    return EditOutcome<PermissionEdit>.Met(clash);
                }

                if (settled.Status == PermissionStatus.Granted && string.IsNullOrWhiteSpace(settled.Evidence) && kept is null && permission is not { Status: PermissionStatus.Granted, EvidenceFileId: not null })
                {
                    return EditOutcome<PermissionEdit>.Refuse("Say where the yes comes from: a form, a mail, a call with date. Silence is never consent.", nameof(PermissionEdit.Evidence));
                }

                List<FieldChange> changes = [.. EditMerge.Changes(fields, saved, settled, NoNames)];
                var attachment = kept?.Value is { } file ? files.Attach(file, customerId, by) : null;
                if (attachment is not null || (permission is { EvidenceFileId: not null } && permission.Status != settled.Status))
                {
                    changes.Add(new FieldChange("Evidence file", await files.NameAsync(permission?.EvidenceFileId, stop), attachment?.Name, Secret: true));
                }

                if (changes.Count > 0)
                {
                    (permission ?? Add(customerId, scope)).Answer(settled.Answer(attachment?.Id), by.ActorId, clock.UtcNow());
                    history.Record(by, SubjectKind.Customer, customerId, "permission-recorded", $"Recorded {settled.Status.ToString().ToLowerInvariant()} for {scope.InWords()}", changes);
                    await db.SaveChangesAsync(stop);
                }

                return EditOutcome<PermissionEdit>.Done;
            },
            ct);
    }

    private Permission Add(Guid customerId, PermissionScope scope)
    {
        var permission = new Permission(ids.Next(), customerId, scope);
        db.Permissions.Add(permission);
        return permission;
    }

    // Names for history; a key that no form offers never reaches the database.
    private async Task<Dictionary<string, string>> RegionNamesAsync(PermissionEdit edit, CancellationToken ct)
    {
        var names = await db.Terms.AsNoTracking().Where(term => term.Kind == TermKind.Region).ToDictionaryAsync(term => term.Key, term => term.Name, ct);
        return edit.Regions.TrueForAll(names.ContainsKey) ? names : throw new MissingException("region");
    }

    private async Task<Permission?> LoadAsync(Guid customerId, PermissionScope scope, Viewer by, CancellationToken ct)
    {
        by.MustEdit(await db.Customers.SingleOrDefaultAsync(customer => customer.Id == customerId, ct) ?? throw new MissingException("customer"));
        return await db.Permissions.SingleOrDefaultAsync(permission => permission.CustomerId == customerId && permission.Scope == scope, ct);
    }
}
