using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Writing;

/// <summary>A permission to write.</summary>
internal sealed record PlannedPermission(Guid Id, Guid CustomerId, bool IsNew, PermissionRow Row);

/// <summary>Permissions to write.</summary>
internal sealed class PlannedPermissions(IReadOnlyList<PlannedPermission> rows) : PlannedRows<PlannedPermission>(rows)
{
    protected override async Task WriteAsync(IReadOnlyList<PlannedPermission> portion, ImportRun run, CancellationToken ct)
    {
        var keys = portion.Where(planned => !planned.IsNew).Select(planned => planned.Id).ToArray();
        var existing = keys.Length == 0 ? [] : await run.Db.Permissions.Where(permission => EF.Parameter(keys).Contains(permission.Id)).ToDictionaryAsync(permission => permission.Id, ct);
        foreach (var planned in portion)
        {
            var permission = planned.IsNew ? new Permission(planned.Id, planned.CustomerId, planned.Row.Scope) : existing[planned.Id];
            var before = planned.IsNew ? null : PermissionRow.Of(permission);
            var after = planned.Row.Over(before);
            permission.Answer(new PermissionAnswer(after.Status, after.ValidUntil, after.Evidence, after.Regions ?? [], after.Channels ?? []), run.By.ActorId, run.Now);
            if (planned.IsNew)
            {
                run.Db.Permissions.Add(permission);
            }

            run.Record(
                SubjectKind.Customer, planned.CustomerId, "permission-recorded", $"Imported {after.Status.ToString().ToLowerInvariant()} for {after.Scope.InWords()}",
                PermissionRow.Changes(before, after));
        }

        await run.SaveAsync(ct);
    }
}
