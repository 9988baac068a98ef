using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>Which activity types may be asked for.</summary>
public sealed class ActivitySwitches(ReferenceHubDbContext db, HistoryLog history)
{
    /// <summary>Switches on those named and off all others; at least one stays.</summary>
    public Task<Outcome> SetAsync(IReadOnlyCollection<string> on, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageOrganisation);
        return db.WriteAsync(
            async inner =>
            {
                var types = await db.ActivityTypes.ToListAsync(inner);
                if (!types.Exists(type => on.Contains(type.Key)))
                {
                    return Outcome.Refuse("Leave at least one activity type on; without any, nobody can ask.", "ActivityTypes");
                }

                if (types.TrueForAll(type => type.Enabled == on.Contains(type.Key)))
                {
                    history.Record(by, SubjectKind.Settings, Organisation.OnlyId, "types-kept", "Kept the activity types as they are");
                }

                foreach (var type in types.Where(type => type.Enabled != on.Contains(type.Key)))
                {
                    type.Switch(!type.Enabled);
                    history.Record(by, SubjectKind.Settings, Organisation.OnlyId, type.Enabled ? "type-on" : "type-off", $"Switched {type.Name} {(type.Enabled ? "on" : "off")}");
                }

                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            ct);
    }
}
