using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>What is changed of an activity type.</summary>
/// <param name="Targets">Target and reply windows.</param>
/// <param name="NoticeDays">Notice in calendar days.</param>
/// <param name="Enabled">May be asked for.</param>
/// <param name="Version">Version the change was made on.</param>
public sealed record ActivityTypeChange(ActivityTargets Targets, int NoticeDays, bool Enabled, int Version);

/// <summary>Switches activity types on and off and changes what they promise; requests under way keep their promise.</summary>
public sealed class ActivityTypeService(ReferenceHubDbContext db, HistoryLog history)
{
    // Activity types are known by key; their history hangs on one subject.
    private static readonly Guid Subject = new("00000000-0000-7000-8000-000000000003");

    /// <summary>Changes one type.</summary>
    public async Task<Outcome> ChangeAsync(string key, ActivityTypeChange change, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageSettings);
        var type = await db.ActivityTypes.SingleOrDefaultAsync(type => type.Key == key, ct) ?? throw new MissingException("activity type");
        if (type.Version != change.Version)
        {
            throw new StaleVersionException("activity type");
        }

        if (change.Enabled && type.Route == ApprovalRoute.Project)
        {
            return Outcome.Refuse("Stories and videos are made in projects, which this version does not have yet.", nameof(change.Enabled));
        }

        var before = Words(type);
        type.Promise(change.Targets);
        type.NeedNotice(change.NoticeDays);
        type.Switch(change.Enabled);
        var changes = before.Zip(Words(type), (was, now) => new FieldChange(was.Field, was.Text, now.Text)).Where(field => field.Before != field.After).ToList();
        if (changes.Count > 0)
        {
            history.Record(by, SubjectKind.Settings, Subject, "changed-activity-type", type.Name, changes);
            await db.SaveChangesAsync(ct);
        }

        return Outcome.Done;
    }

    private static List<(string Field, string Text)> Words(ActivityType type) =>
    [
        ("Target", $"{type.TargetBusinessDays} business days"),
        ("Owner's window", $"{type.OwnerReplyMinutes / 60} business hours"),
        ("Legal's window", $"{type.LegalReplyMinutes / 60} business hours"),
        ("Customer's window", $"{type.CustomerReplyMinutes / 60} business hours"),
        ("Notice", $"{type.NoticeDays} days"),
        ("Offered", type.Enabled ? "yes" : "no"),
    ];
}
