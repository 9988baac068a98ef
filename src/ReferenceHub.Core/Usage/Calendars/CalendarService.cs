using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>All that is edited of a business calendar.</summary>
/// <param name="Name">As shown.</param>
/// <param name="ZoneId">IANA zone.</param>
/// <param name="Region">Region served (taxonomy key), if one.</param>
/// <param name="IsDefault">Serves everybody else.</param>
/// <param name="Hours">Opening hours.</param>
/// <param name="Holidays">Closed days.</param>
public sealed record CalendarEdit(string Name, string ZoneId, string? Region, bool IsDefault, WeekHours Hours, IReadOnlyList<Holiday> Holidays);

/// <summary>Makes and edits business calendars; promises already given stay as they are.</summary>
public sealed class CalendarService(ReferenceHubDbContext db, IIds ids, HistoryLog history)
{
    /// <summary>Makes a calendar.</summary>
    public Task<Outcome> CreateAsync(CalendarEdit edit, Viewer by, CancellationToken ct) => SaveAsync(null, edit, null, by, ct);

    /// <summary>Changes a calendar.</summary>
    public Task<Outcome> ChangeAsync(Guid id, CalendarEdit edit, int version, Viewer by, CancellationToken ct) => SaveAsync(id, edit, version, by, ct);

    private async Task<Outcome> SaveAsync(Guid? id, CalendarEdit edit, int? version, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageSettings);
        return await db.WriteAsync(
            async token =>
            {
                var all = await db.BusinessCalendars.ToListAsync(token);
                var calendar = id is null ? null : all.Find(one => one.Id == id) ?? throw new MissingException("calendar");
                if (calendar is not null && calendar.Version != version)
                {
                    throw new StaleVersionException("calendar");
                }

                if (Refusal(all, calendar, edit) is { } refusal)
                {
                    return refusal;
                }

                var before = calendar is null ? null : Words(calendar);
                if (calendar is null)
                {
                    calendar = new BusinessCalendar(ids.Next(), edit.Name, edit.ZoneId, edit.Hours);
                    db.BusinessCalendars.Add(calendar);
                }

                calendar.Describe(edit.Name, edit.ZoneId, edit.Region);
                calendar.Open(edit.Hours, edit.Holidays);
                foreach (var other in all.Where(other => edit.IsDefault && other != calendar && other.IsDefault))
                {
                    other.ServeEverybody(isDefault: false);
                }

                calendar.ServeEverybody(edit.IsDefault);
                history.Record(by, SubjectKind.Settings, calendar.Id, before is null ? "made-calendar" : "changed-calendar", calendar.Name, Changes(before, Words(calendar)));
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private static Outcome? Refusal(List<BusinessCalendar> all, BusinessCalendar? calendar, CalendarEdit edit)
    {
        var others = all.Where(other => other != calendar).ToList();
        var name = TextKey.Of(edit.Name);
        return others.Exists(other => other.NameKey == name) ? Outcome.Refuse("There is a calendar of this name already.", nameof(edit.Name))
            : edit.Region is not null && others.Find(other => other.Region == edit.Region) is { } rival ? Outcome.Refuse($"“{rival.Name}” serves this region already.", nameof(edit.Region))
            : !edit.IsDefault && !others.Exists(other => other.IsDefault) ? Outcome.Refuse("One calendar has to serve everybody else. Make another the default first.", nameof(edit.IsDefault))
            : null;
    }

    private static List<(string Field, string Text)> Words(BusinessCalendar calendar) =>
    [
        ("Name", calendar.Name),
        ("Zone", calendar.ZoneId),
        ("Region", calendar.Region ?? "none"),
        ("Default", calendar.IsDefault ? "yes" : "no"),
        ("Hours", calendar.Hours.ToString()),
        ("Holidays", string.Join(", ", calendar.Holidays.Select(day => LimitWords.Day(day.Date)))),
    ];

    private static List<FieldChange> Changes(List<(string Field, string Text)>? before, List<(string Field, string Text)> after) => before is null
        ? []
        : [.. before.Zip(after, (was, now) => new FieldChange(was.Field, was.Text, now.Text)).Where(change => change.Before != change.After)];
}
