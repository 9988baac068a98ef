using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>What a permission's form edits.</summary>
public sealed record PermissionEdit
{
    /// <summary>The answer.</summary>
    public PermissionStatus Status { get; init; }

    /// <summary>Last day it holds; open-ended when null.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Where the answer comes from.</summary>
    public string? Evidence { get; init; }

    /// <summary>The permission as it is; unknown where there is none.</summary>
    public static PermissionEdit Of(Permission? permission) => permission is null
        ? new PermissionEdit()
        : new PermissionEdit { Status = permission.Status, ValidUntil = permission.ValidUntil, Evidence = permission.Evidence };
}

/// <summary>The fields of a permission's form.</summary>
public static class PermissionFields
{
    /// <summary>All of them, in the form's order; evidence is the program's.</summary>
    public static IReadOnlyList<EditField<PermissionEdit>> All { get; } =
    [
        new("Status", "Answer", edit => edit.Status.ToString().ToLowerInvariant(), (to, from) => to with { Status = from.Status }),
        new("ValidUntil", "Valid until", edit => CustomerFields.Plain(edit.ValidUntil), (to, from) => to with { ValidUntil = from.ValidUntil }),
        new("Evidence", "Evidence", edit => CustomerFields.Plain(edit.Evidence), (to, from) => to with { Evidence = from.Evidence }, Secret: true),
    ];
}

/// <summary>What customers have agreed to.</summary>
public sealed class PermissionService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    private static readonly EditNames NoNames = new(new Dictionary<Guid, string>());

    /// <summary>The permission as a form shows it, for somebody who may edit it; version 0 where there is none yet.</summary>
    public async Task<(PermissionEdit Edit, int Version)> ReadAsync(Guid customerId, PermissionScope scope, Viewer by, CancellationToken ct)
    {
        var permission = await LoadAsync(customerId, scope, by, ct);
        return (PermissionEdit.Of(permission), permission?.Version ?? 0);
    }

    /// <summary>Records the answer; one that meets another edit comes back field by field. A granted or denied answer says where it comes from.</summary>
    public Task<EditOutcome<PermissionEdit>> RecordAsync(Guid customerId, PermissionScope scope, PermissionEdit edit, EditMark<PermissionEdit> mark, Viewer by, CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var permission = await LoadAsync(customerId, scope, by, ct);
            var saved = PermissionEdit.Of(permission);
            var (settled, clash) = EditMerge.Settle(PermissionFields.All, edit, mark, saved, permission?.Version ?? 0, NoNames);
            if (clash is not null)
            {
                return EditOutcome<PermissionEdit>.Met(clash);
            }

            if (settled.Status == PermissionStatus.Granted && string.IsNullOrWhiteSpace(settled.Evidence))
            {
                return EditOutcome<PermissionEdit>.Refuse("Say where the yes comes from: a form, a mail, a call with date. Silence is never consent.", nameof(PermissionEdit.Evidence));
            }

            var changes = EditMerge.Changes(PermissionFields.All, saved, settled, NoNames);
            if (changes.Count > 0)
            {
                if (permission is null)
                {
                    permission = new Permission(ids.Next(), customerId, scope);
                    db.Permissions.Add(permission);
                }

                permission.Record(settled.Status, settled.ValidUntil, settled.Evidence, clock.UtcNow());
                history.Record(by, SubjectKind.Customer, customerId, "permission-recorded", $"Recorded {settled.Status.ToString().ToLowerInvariant()} for {scope.InWords()}", changes);
                await db.SaveChangesAsync(ct);
            }

            return EditOutcome<PermissionEdit>.Done;
        },
        ct);

    private async Task<Permission?> LoadAsync(Guid customerId, PermissionScope scope, Viewer by, CancellationToken ct)
    {
        by.MustEdit(await db.Customers.SingleOrDefaultAsync(customer => customer.Id == customerId, ct) ?? throw new MissingException("customer"));
        return await db.Permissions.SingleOrDefaultAsync(permission => permission.CustomerId == customerId && permission.Scope == scope, ct);
    }
}
